import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askToNotify } from '../../../lib/browser/notifications';
import { savePreferences } from '../../../lib/browser/preferences-storage';
import { BEGIN_MS } from '../../support/worker/clock';
import { remindersWith } from '../../support/worker/evening';
import { nextAlarm } from '../../support/worker/fake-browser';
import { keepBrowser } from '../../support/worker/kept-browser';
import {
  DEATHS,
  MOST_CALLS,
  makeWorkersMortal,
  quiet,
  startMortal,
  type Worker,
} from '../../support/worker/mortal-worker';
import { connect, world } from '../../support/worker/world';

const MINUTE_MS = 60_000;
/** After the ledger is on the disk, and before the notification is there: then it is lost, which is better than twice. */
const LOST = ['storage.local.set after', 'notifications.create before'];

test.each([{ 'still-running': 2 }, { away: 15 }])(
  'a worker killed at any call of the browser tells a reminder once, or never if it had just stored it: %j',
  {
    timeout: 120_000,
  },
  async (rules) => {
    const { connections } = await world({ workflows: 0 });
    vi.spyOn(Math, 'random').mockReturnValue(0);
    await savePreferences(remindersWith(rules));
    await askToNotify();
    const create = vi.spyOn(fakeBrowser.notifications, 'create');
    makeWorkersMortal();
    await connect(connections.filter(({ kind }) => kind === 'olie'));
    const healthy = await startMortal();
    await nextAlarm();
    await quiet(healthy);
    // The execution has run for 38 minutes at the beginning. Until now, the computer was asleep.
    vi.setSystemTime(BEGIN_MS + 84 * MINUTE_MS);
    const restore = await keepBrowser();
    const told = async (ends: Worker['ends']) => {
      await restore();
      create.mockClear();
      const first = await startMortal(ends, nextAlarm);
      const { isDead } = first;
      const calls = [...first.calls];
      const next = isDead ? await startMortal(null, nextAlarm) : first;
      for (let round = 0; round < 2; round += 1) {
        vi.setSystemTime(Date.now() + MINUTE_MS);
        await nextAlarm();
        await quiet(next);
      }
      return { isDead, calls, times: create.mock.calls.length };
    };
    const { times, calls } = await told(null);
    expect(times).toBe(1);
    expect(calls).toContain('notifications.create');
    const lost: string[] = [];
    for (const effect of DEATHS) {
      for (let at = 1; at < MOST_CALLS; at += 1) {
        const killed = await told({ at, effect });
        if (!killed.isDead) break;
        const where = `${killed.calls.at(-1)} ${effect}`;
        expect(killed.times, where).toBeLessThanOrEqual(1);
        if (killed.times === 0) lost.push(where);
      }
    }
    expect(lost.filter((where) => !LOST.includes(where))).toEqual([]);
    expect(lost.length).toBeLessThanOrEqual(LOST.length);
  },
);
