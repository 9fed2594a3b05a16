import type { Page } from 'puppeteer-core';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { cutTexts } from '../../support/browsers/cut-texts.ts';
import { press, waitForText } from '../../support/browsers/page.ts';
import { makeUnseen, runRound } from '../../support/browsers/stored.ts';
import { type World, world } from '../../support/browsers/world.ts';

const HOUR_MS = 3_600_000;
const LONG_REASON = 'Stopped by the administrator because nobody had touched the keyboard';

let { session, options, olie } = {} as World;

beforeAll(async () => {
  const { b3os, workflows, ...made } = await world({
    browser: 'chromium',
    services: ['olie', 'b3os'],
    workflows: (standIn) => ['exe_1', 'exe_2', 'exe_3'].map((id) => standIn.add({ id })),
  });
  ({ session, options, olie } = made);
  for (const { id } of workflows) b3os.advance(id, 'workflow_failed');
  await runRound(options, 'user');
  return made.close;
});

/** The page of the popup in a window of that size, until the test ends. */
async function openPopup(width: number, height: number): Promise<Page> {
  const popup = await session.openPage('/popup.html', { waitFor: '.item .stages' });
  onTestFinished(() => popup.close());
  await popup.bringToFront();
  await popup.setViewport({ width, height });
  return popup;
}

/** Where what has the focus is, or the element of that selector: wholly above the footer and below the window's edge? */
const isInSight = (popup: Page, selector = ':focus') =>
  popup.evaluate((wanted) => {
    const [one, footer] = [wanted, 'footer'].map((it) => document.querySelector(it));
    const { top = -1, bottom = 0 } = one?.getBoundingClientRect() ?? {};
    return top >= 0 && bottom <= (footer?.getBoundingClientRect().top ?? 0) + 1;
  }, selector);

/** A day of sessions, as many as are drawn at once and more, with an execution that runs for 12345 hours. */
function fillTheDay(): void {
  const { current_execution, recent_executions } = olie.answer();
  const session = (_: unknown, index: number) => {
    const startedAtMs = Date.now() - HOUR_MS - index * 60_000;
    return {
      ...Object(Array.isArray(recent_executions) && recent_executions[0]),
      id: `session-${index}`,
      started_at: new Date(startedAtMs).toISOString(),
      finished_at: new Date(startedAtMs + 50_000).toISOString(),
      finished_reason: index % 2 === 0 ? LONG_REASON : null,
    };
  };
  const started_at = new Date(Date.now() - 12_345 * HOUR_MS).toISOString();
  olie.set({
    current_execution: { ...Object(current_execution), started_at },
    recent_executions: Array.from({ length: 90 }, session),
  });
}

test('under a long message and failures, the lists keep a place that can be scrolled to', async () => {
  olie.fail({ status: 401, body: { message: 'Your session has ended. '.repeat(20) } });
  onTestFinished(() => olie.fail(null));
  await makeUnseen(options);
  const popup = await openPopup(380, 600);
  await popup.waitForSelector('.unseen .chip');
  await press(popup, 'Refresh');
  await waitForText(popup, 'Your session has ended.');
  expect(await popup.$eval('.lists', ({ clientHeight }) => clientHeight)).toBeGreaterThan(80);
  await popup.$eval('.item:last-child', (row) => row.scrollIntoView({ block: 'center' }));
  await expect.poll(() => isInSight(popup, '.item:last-child')).toBe(true);
});

test('nothing is cut without a way to read it, however long it is', async () => {
  fillTheDay();
  const popup = await openPopup(380, 600);
  await press(popup, 'Refresh');
  await waitForText(popup, '12345:00:');
  for (const width of [240, 320, 380, 800]) {
    await popup.setViewport({ width, height: 600 });
    expect((await cutTexts(popup)).join('\n'), `${width} px`).toBe('');
  }
});

test.each([600, 400])(
  'what a keyboard reaches below many sessions is in sight, and stays there: %d px',
  async (height) => {
    const popup = await openPopup(380, height);
    await popup.waitForSelector('.week a');
    await popup.focus('.week a');
    for (const id of ['exe_1', 'exe_2', 'exe_3']) {
      await popup.keyboard.press('Tab');
      expect(await popup.$eval(':focus', ({ tagName }) => tagName), id).toBe('SUMMARY');
      // More rows are drawn within some frames.
      await popup.evaluate(() => new Promise((go) => setTimeout(go, 150)));
      expect(await isInSight(popup), id).toBe(true);
    }
    const above = await popup.$$eval('.row', (rows) =>
      rows.findIndex((row) => row.matches(':focus')),
    );
    // Twenty sessions, and two workflows.
    expect(above).toBe(22);
  },
);
