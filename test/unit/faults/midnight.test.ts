import { describe, expect, test, vi } from 'vitest';
import { refresh } from '../../../entrypoints/background/refresh';
import { savePreferences } from '../../../lib/browser/preferences-storage';
import { parsePreferences } from '../../../lib/core/settings/preferences';
import { expectPopup } from '../../support/faults/seen';
import { BEGIN_MS, goOn } from '../../support/worker/clock';
import { nextAlarm } from '../../support/worker/fake-browser';
import { storedSchedule } from '../../support/worker/stored';
import { world } from '../../support/worker/world';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe('when a new day begins', () => {
  const QUARTER_S = 900;
  const days = [
    {
      fault: 'midnight of a day of 24 h',
      zone: 'America/Sao_Paulo',
      startMs: Date.parse('2026-03-13T03:00:00Z'),
      hours: 24,
    },
    {
      fault: 'midnight of a day of 23 h',
      zone: 'Europe/Lisbon',
      startMs: Date.parse('2026-03-29T00:00:00Z'),
      hours: 23,
    },
    {
      fault: 'midnight of a day of 25 h',
      zone: 'America/New_York',
      startMs: Date.parse('2026-11-01T04:00:00Z'),
      hours: 25,
    },
  ];

  test.for(days)('Olie is asked two seconds after the $fault', async (day, { task }) => {
    const { zone: timeZone, startMs, hours } = day;
    const options = new Intl.DateTimeFormat('en').resolvedOptions();
    vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({
      ...options,
      timeZone,
    });
    const { olie } = await world({ services: ['olie'] });
    await savePreferences({ ...parsePreferences(undefined), refreshEveryS: QUARTER_S });
    const endMs = startMs + hours * HOUR_MS;
    olie.startDay(startMs);
    goOn(endMs - 5 * MINUTE_MS - BEGIN_MS);
    // Set by hand, because the stand-in's days have 24 h.
    olie.set({ total_time: hours * 3600 - 300, idle_time: 0 });
    await refresh('user');
    expect((await storedSchedule()).dueAtMs).toBe(endMs + 2000);
    olie.set(null);
    olie.startDay(endMs);
    while (Date.now() < endMs + 2000) {
      await nextAlarm();
      await refresh('alarm');
    }
    expect(olie.requests).toHaveLength(2);
    const { feed } = await expectPopup(task, 'Today 0:0');
    expect(feed).toMatchObject({ failure: null, data: { totalS: expect.any(Number) } });
  });
});
