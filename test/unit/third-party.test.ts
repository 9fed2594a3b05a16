import { expect, test } from 'vitest';
import { rootFile } from '../support/sources';

const text = rootFile('THIRD-PARTY.md');
const { dependencies } = JSON.parse(rootFile('package.json')) as {
  dependencies: Record<string, string>;
};
/** Parts of these are in the builds too, though they are tools. */
const ALSO_INCLUDED = ['wxt', '@wxt-dev/i18n'];

test.each([...Object.keys(dependencies), ...ALSO_INCLUDED])(
  '%s is named with its licence',
  (name) => {
    const { license } = JSON.parse(rootFile(`node_modules/${name}/package.json`)) as {
      license: string;
    };
    const row = text.split('\n').find((line) => line.startsWith(`| [${name}](`));
    expect(row).toContain(`| ${license} |`);
  },
);
