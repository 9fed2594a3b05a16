/**
 * Shows the timer in a real browser: `npm start [-- --firefox]`.
 *
 * Against stand-in services on this machine; with OLIE_TOKEN and OLIE_EXECUTION_ID (and OLIE_API_URL) against the real
 * one. With a display the window stays open; without one it prints what badge and popup show, and ends. So it does with
 * `--check`, which is how `npm test` tries it: against the stand-ins, whatever the environment names.
 */
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DEFAULT_OLIE_ADDRESS } from '../lib/core/olie/olie.ts';
import {
  type Connection,
  connectB3os,
  connectOlie,
  connectZaia,
} from '../test/support/browsers/connect.ts';
import type { ExtensionBrowser } from '../test/support/browsers/extension-browser.ts';
import { shownText } from '../test/support/browsers/page.ts';
import { startSession } from '../test/support/browsers/session.ts';
import { readToolbar } from '../test/support/browsers/toolbar.ts';
import { type StandIns, startStandIns } from '../test/support/stand-ins/stand-ins.ts';
import type { BrowserKind } from './find-browser.mjs';
import { ensureBrowsers } from './setup/browsers.mjs';
import { announced, run, SetupError } from './setup/steps.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const quiet = { browsers: [], languages: false, quiet: true };

const kind: BrowserKind = process.argv.includes('--firefox') ? 'firefox' : 'chromium';
const isCheck = process.argv.includes('--check');
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const isSeen = hasDisplay && !isCheck;

try {
  ensureBrowsers({ ...quiet, browsers: [kind] });
  announced(`Building the extension for ${kind}`, quiet, () =>
    run(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', wxtName(kind)], {
      cwd: root,
    }),
  );
  const { connection, standIns, close } = (!isCheck && realConnection()) || (await standIn());
  console.log(`Starting ${kind} and connecting to ${connection.url}…`);
  const session = await startSession(kind, {
    headless: !isSeen,
    // Each origin by itself, as users allow it.
    reachable: [connection, standIns?.b3os, standIns?.zaia].flatMap((one) => one?.url ?? []),
  });
  try {
    await show(session, connection, standIns);
  } finally {
    await session.close();
    await close();
  }
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function wxtName(browser: BrowserKind): string {
  return browser === 'chromium' ? 'chrome' : 'firefox';
}

function realConnection() {
  const { OLIE_TOKEN: token, OLIE_EXECUTION_ID: executionId, OLIE_API_URL: url } = process.env;
  if (!token && !executionId) return null;
  if (!token || !executionId) {
    throw new SetupError('Set both OLIE_TOKEN and OLIE_EXECUTION_ID, or neither of them.');
  }
  const connection = { url: url || DEFAULT_OLIE_ADDRESS, token, executionId };
  return { connection, standIns: null, close: async () => undefined };
}

async function standIn() {
  const standIns = await startStandIns();
  return { connection: standIns.olie, standIns, close: standIns.close };
}

async function show(
  session: ExtensionBrowser,
  connection: Connection,
  standIns: StandIns | null,
): Promise<void> {
  const options = await session.openPage('/options.html', { waitFor: '#olie-address' });
  await connectOlie(options, connection).catch((error: Error) => {
    throw new SetupError(`It did not connect. ${error.message}`);
  });
  if (standIns !== null) {
    const { b3os, zaia } = standIns;
    for (const workflow of b3os.addDemo()) await connectB3os(options, b3os.url, workflow);
    await connectZaia(options, zaia);
  }
  const popup = await session.openPage('/popup.html', { waitFor: 'footer' });
  if (standIns !== null) await popup.waitForSelector('.item');
  if (isSeen) {
    console.log('The popup is in a tab; the badge is on the toolbar. Close the window to end.');
    await new Promise((resolve) => session.browser.once('disconnected', resolve));
    return;
  }
  const { text, title } = await readToolbar(options);
  await popup.bringToFront();
  await popup.setViewport({ width: 380, height: 600, deviceScaleFactor: 2 });
  const path = `${root}.output/popup-${kind}.png`;
  await rm(path, { force: true });
  await popup.screenshot({ path: path as `${string}.png` });
  const indented = (lines: string) => lines.replace(/^\s*/gm, '  ').replace(/\n\s*\n/g, '\n');
  console.log(`\nBadge: ${text}\n\nTitle:\n${indented(title)}`);
  console.log(`\nPopup:\n${indented(await shownText(popup))}\n\nScreenshot: ${path}`);
}
