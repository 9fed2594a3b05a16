import { expect, test, vi } from 'vitest';
import { savePreferences } from '../../../lib/browser/preferences-storage';
import { loadRemembered } from '../../../lib/browser/reminders-storage';
import { goOn } from '../../support/worker/clock';
import { askAfter, evening, remindersWith, spyOnShowing } from '../../support/worker/evening';
import { becomeIdle } from '../../support/worker/fake-browser';
import { startWorker } from '../../support/worker/rounds';

const MINUTE_MS = 60_000;
const ON = { 'still-running': 2, away: 15 };

/**
 * The documented timer has run for two hours. In the round that tells so, Olie needs fifteen seconds for its answer.
 * @param happen what happens after five of them
 */
async function afterSlowAnswer(happen: () => unknown): Promise<ReturnType<typeof spyOnShowing>> {
  await evening(remindersWith(ON));
  await startWorker();
  const { refresh } = await import('../../../entrypoints/background/refresh');
  const { reminded } = await import('../../../entrypoints/background/remind');
  for (let minute = 0; minute < 81; minute += 1) await askAfter(MINUTE_MS, 'alarm');
  const created = spyOnShowing();
  const answers = vi.fn(globalThis.fetch);
  let letAnswer = () => {};
  const isAnswered = new Promise<void>((resolve) => {
    letAnswer = resolve;
  });
  vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
    const answer = await answers(...request);
    await isAnswered;
    return answer;
  });
  goOn(MINUTE_MS);
  const round = refresh('user');
  await expect.poll(() => answers.mock.calls.length).toBe(1);
  goOn(5_000);
  await happen();
  await reminded();
  goOn(10_000);
  letAnswer();
  await round;
  await reminded();
  return created;
}

test('two hours are told after a slow answer', async () => {
  expect(await afterSlowAnswer(() => undefined)).toHaveBeenCalledTimes(1);
});

test('nothing is told on a screen that was locked during the round, and the absence began then', async () => {
  let lockedAtMs = 0;
  const created = await afterSlowAnswer(() => {
    lockedAtMs = Date.now();
    becomeIdle('locked');
  });
  expect(created).not.toHaveBeenCalled();
  const { presence } = await loadRemembered();
  expect(presence).toMatchObject({ isLocked: true, awayFromMs: lockedAtMs });
});

test('nothing is told that was switched off during the round', async () => {
  const created = await afterSlowAnswer(() => savePreferences(remindersWith({})));
  expect(created).not.toHaveBeenCalled();
});
