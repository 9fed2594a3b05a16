import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { HistoryOff } from '../../../components/olie/history-off';
import { WeekStrip } from '../../../components/olie/week-strip';
import { type ReadHistory, watchDays } from '../../../entrypoints/popup/history';
import { EXAMPLE_ZONE } from '../../support/examples/example-timer';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

vi.mock('../../../lib/browser/history-storage', () => ({
  loadPersons: async () => [],
  loadFirstDate: async () => null,
  loadRecords: async () => ({ days: [], sessions: [] }),
}));
vi.mock('../../../lib/browser/absences-storage', () => ({ loadAbsences: async () => [] }));

/** The documented one. */
const DAY = {
  startMs: Date.parse('2026-03-13T03:00:00Z'),
  endMs: Date.parse('2026-03-14T03:00:00Z'),
  zone: { kind: 'named', timeZone: EXAMPLE_ZONE },
} as const;

beforeEach(() => resetFakeBrowser());

/** What an open popup, or the side panel, has heard last. */
function opened() {
  const heard: ReadHistory[] = [];
  onTestFinished(watchDays('a', DAY, 30, (history) => heard.push(history)));
  return {
    firstDay: () => heard.at(-1)?.firstDay,
    weeklyGoalS: () => heard.at(-1)?.weeklyGoalS,
    shown: () => heard.at(-1)?.Week,
  };
}

test('a first day of the week that is chosen while it is open is heard at once', async () => {
  const { firstDay } = opened();
  await expect.poll(firstDay).toBe(7);
  await fakeBrowser.storage.sync.set({ preferences: { weekStart: 1 } });
  await expect.poll(firstDay).toBe(1);
});

test('a goal of the week that is set while it is open is heard at once', async () => {
  const { firstDay, weeklyGoalS } = opened();
  await expect.poll(firstDay).toBe(7);
  expect(weeklyGoalS()).toBeUndefined();
  await fakeBrowser.storage.sync.set({ preferences: { weeklyGoalS: 144_000 } });
  await expect.poll(weeklyGoalS).toBe(144_000);
});

test('a history that the organization switches off while it is open is gone at once', async () => {
  const { shown } = opened();
  await expect.poll(shown).toBe(WeekStrip);
  await fakeBrowser.storage.managed.set({ historyOff: true });
  await expect.poll(shown).toBe(HistoryOff);
});
