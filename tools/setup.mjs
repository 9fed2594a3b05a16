// Makes a fresh checkout ready: npm packages, WXT's types, browsers. Says what it will do before it does it, and says
// nothing if everything is in place. Plain JavaScript without dependencies, because it runs before there are any.
//
//   node tools/setup.mjs [--browsers chromium,firefox] [--languages] [--toolbars]
//
//   --browsers   installs these browsers if they are missing
//   --languages  also installs the Portuguese texts of Debian's browsers
//   --toolbars   installs what "npm run toolbars" needs: a screen in memory, and three fonts

import { readArguments, readWords } from './arguments.mjs';
import { browserKinds } from './find-browser.mjs';
import { browserSteps } from './setup/browsers.mjs';
import { dependencySteps } from './setup/dependencies.mjs';
import { exitOnSetupError, runSteps, SetupError } from './setup/steps.mjs';
import { toolbarSteps } from './setup/toolbars.mjs';

const OLDEST_NODE = [20, 19];

await exitOnSetupError(() => {
  const { values } = readArguments({
    options: {
      browsers: { type: 'string', default: '' },
      languages: { type: 'boolean', default: false },
      toolbars: { type: 'boolean', default: false },
    },
  });
  checkNode();
  const named = readWords(values.browsers.split(',').filter(Boolean), browserKinds);
  const browsers = browserKinds.filter((kind) => named.includes(kind));
  runSteps([
    ...dependencySteps(),
    ...browserSteps(browsers, values.languages),
    ...(values.toolbars ? toolbarSteps() : []),
  ]);
});

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  const oldest = OLDEST_NODE.join('.');
  throw new SetupError(
    `This is Node ${process.versions.node}. Node ${oldest} or newer is needed: https://nodejs.org`,
  );
}
