import { setImmediate as turn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refresh } from '../../../entrypoints/background/refresh';
import { goOn } from '../../support/worker/clock';
import { askAfter, evening, remindersWith, spyOnShowing } from '../../support/worker/evening';

const MINUTE_MS = 60_000;
/** Far more than two rounds make. Then the browser is silent: rounds without end would hang the test. */
const MOST_READS = 100;

test('while Olie is left alone after a failure, a reminder to confirm brings one more round at most', async () => {
  const { olie } = await evening(remindersWith({ 'still-running': 2 }));
  // The longest delay.
  vi.spyOn(Math, 'random').mockReturnValue(0.999);
  olie.fail({ status: 500, body: {} });
  await askAfter(100 * MINUTE_MS, 'alarm');
  const before = olie.requests.length;
  const created = spyOnShowing();
  const { session } = fakeBrowser.storage;
  const get = session.get.bind(session);
  const reads = vi.spyOn(session, 'get').mockImplementation((keys) => {
    return reads.mock.calls.length < MOST_READS ? get(keys) : new Promise(() => undefined);
  });

  goOn(MINUTE_MS);
  void refresh('alarm');
  for (let turns = 0; turns < MOST_READS; turns += 1) await turn();
  expect(reads.mock.calls.length).toBeLessThan(MOST_READS / 5);
  expect(olie.requests).toHaveLength(before);
  expect(created).not.toHaveBeenCalled();
});
