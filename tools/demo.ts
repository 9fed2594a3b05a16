/**
 * Shows the timer in a real browser: `npm start [-- --firefox]`. It is connected to stand-in services on this machine or,
 * with OLIE_TOKEN and OLIE_EXECUTION_ID (and OLIE_API_URL), to the real Olie. With the stand-ins, four made-up weeks are in
 * the history.
 *
 * The window stays open until you close it. Without a display, this prints what badge and popup show, and ends. `--check`
 * always does that, and always against the stand-ins: `npm test` runs it.
 */
import { rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { DEFAULT_OLIE_ADDRESS } from '../lib/core/olie/olie.ts';
import { exampleReminder } from '../lib/core/reminders/decide.ts';
import { connectB3os, connectOlie, connectZaia } from '../test/support/browsers/connect.ts';
import { callBrowser } from '../test/support/browsers/evaluate.ts';
import { fill, press, shownText } from '../test/support/browsers/page.ts';
import { plantHistory } from '../test/support/browsers/planted-history.ts';
import { startSession } from '../test/support/browsers/session.ts';
import { readToolbar } from '../test/support/browsers/toolbar.ts';
import { uiAt } from '../test/support/examples/ui.ts';
import { type StandIns, startStandIns } from '../test/support/stand-ins/stand-ins.ts';
import { readArguments } from './arguments.mjs';
import { browserSteps } from './setup/browsers.mjs';
import { root } from './setup/dependencies.mjs';
import { exitOnSetupError, run, runSteps, SetupError } from './setup/steps.mjs';

const { values } = readArguments({
  options: {
    firefox: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});
const kind = values.firefox ? 'firefox' : 'chromium';
const isCheck = values.check;
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const isSeen = hasDisplay && !isCheck;
const STEP_EVERY_MS = 20_000;
const SHOWN_RULE = 'away';

await exitOnSetupError(async () => {
  const real = isCheck ? null : realConnection();
  runSteps([
    ...browserSteps([kind], false),
    { what: `Build the extension for ${kind}`, run: build },
  ]);
  const standIns = real === null ? await startStandIns() : null;
  // Times of day as on this computer's clock: the documented day began 18 hours ago, at midnight somewhere else.
  standIns?.olie.startDay(new Date().setHours(0, 0, 0, 0));
  try {
    await show(real, standIns);
  } finally {
    await standIns?.close();
  }
});

function build() {
  const browser = kind === 'chromium' ? 'chrome' : 'firefox';
  run(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', browser], { cwd: root });
}

function realConnection() {
  const { OLIE_TOKEN: token, OLIE_EXECUTION_ID: executionId, OLIE_API_URL: url } = process.env;
  if (!token && !executionId && !url) return null;
  if (!token || !executionId) {
    throw new SetupError(
      'For your own timer set OLIE_TOKEN and OLIE_EXECUTION_ID (and OLIE_API_URL, if Olie is at another address). For the stand-ins set none of them.',
    );
  }
  return { url: url || DEFAULT_OLIE_ADDRESS, token, executionId };
}

async function show(
  real: ReturnType<typeof realConnection>,
  standIns: StandIns | null,
): Promise<void> {
  const connection = real ?? standIns?.olie;
  if (connection === undefined) throw new Error('There is nothing to connect to');
  console.log(`Starting ${kind} and connecting to ${connection.url}…`);
  const session = await startSession(kind, {
    headless: !isSeen,
    // Only these addresses, as users allow them.
    reachable: [connection, standIns?.b3os, standIns?.zaia].flatMap((one) => one?.url ?? []),
  });
  try {
    const options = await session.openPage('/options.html', { waitFor: '#olie-address' });
    await connectOlie(options, connection).catch((error: Error) => {
      throw new SetupError(`It did not connect. ${error.message}`);
    });
    if (standIns !== null) await fillIn(options, standIns);
    console.log(await reminded(options));
    const popup = await session.openPage('/popup.html', { waitFor: 'footer' });
    if (standIns !== null) {
      await popup.waitForSelector('.item');
      await popup.waitForSelector('.week');
      console.log('The four weeks before today are made up, for the history and the popup.');
    }
    if (isSeen) {
      if (standIns !== null) await session.openPage('/history.html', { waitFor: 'main > *' });
      await popup.bringToFront();
      console.log('The popup is in a tab, the badge on the toolbar. Close the window to end.');
      // The workflow that awaits payment goes on: the popup shows each step at once.
      const steps = setInterval(() => standIns?.b3os.advance('exe_4822'), STEP_EVERY_MS);
      await new Promise((resolve) => session.browser.once('disconnected', resolve));
      clearInterval(steps);
      return;
    }
    const { text, title } = await readToolbar(options);
    await popup.bringToFront();
    await popup.setViewport({ width: 380, height: 600, deviceScaleFactor: 2 });
    const path = `${root}.output/popup-${kind}.png` as const;
    await rm(path, { force: true });
    await popup.screenshot({ path });
    const indented = (lines: string) => lines.replace(/^\s*/gm, '  ').replace(/\n\s*\n/g, '\n');
    console.log(`\nBadge: ${text}\n\nTitle:\n${indented(title)}`);
    console.log(`\nPopup:\n${indented(await shownText(popup))}\n\nScreenshot: ${path}`);
  } finally {
    await session.close();
  }
}

/** Has the browser show one reminder, if there is a screen. @returns what it says */
async function reminded(options: Page): Promise<string> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { title, message } = exampleReminder(SHOWN_RULE, Date.now(), timeZone, uiAt(Date.now()));
  const told = `“${title}. ${message}”`;
  if (!isSeen) return `A reminder would say: ${told}`;
  const command = JSON.stringify({ kind: 'show-reminder', rule: SHOWN_RULE });
  const reply = Object(await callBrowser(options, `runtime.sendMessage(${command})`));
  // Firefox asks for the permission, and only in a click's own turn.
  return 'done' in reply
    ? `A reminder is shown: ${told}`
    : `Once you switch them on (options, Reminders), a reminder would say: ${told}`;
}

/** Connects the other services as a person does, and gives the timer a past. */
async function fillIn(options: Page, { b3os, zaia }: StandIns): Promise<void> {
  for (const workflow of b3os.addDemo()) await connectB3os(options, b3os.url, workflow);
  await connectZaia(options, zaia);
  await fill(options, 'Follow a run', zaia.startRun(), 'Agent runs');
  await press(options, 'Follow', 'Agent runs');
  await plantHistory(options);
}
