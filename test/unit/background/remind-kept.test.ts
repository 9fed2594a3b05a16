import { beforeEach, describe, expect, test, vi } from 'vitest';
import { remind, reminded } from '../../../entrypoints/background/remind';
import { saveAbsences } from '../../../lib/browser/absences-storage';
import { loadChoices } from '../../../lib/browser/choices-storage';
import { clearNotification, mayNotify, showNotification } from '../../../lib/browser/notifications';
import {
  loadAliveAtMs,
  loadRemembered,
  type Remembered,
  saveAliveAtMs,
  saveRemembered,
} from '../../../lib/browser/reminders-storage';
import type { Schedule } from '../../../lib/core/feeds/schedule';
import { NO_LEDGER } from '../../../lib/core/reminders/ledger';
import { seenFirst } from '../../../lib/core/reminders/presence';
import { parseManaged } from '../../../lib/core/settings/managed';
import { DEFAULT_PREFERENCES, type Preferences } from '../../../lib/core/settings/preferences';
import type { ReminderPreferences } from '../../../lib/core/settings/reminder-preferences';
import { NO_STATE, type Stored } from '../../../lib/core/state/state';
import { answeredSchedule, olieFeed, workflowFeed } from '../../support/examples/example-feed';
import { localMs } from '../../support/examples/example-history';
import { EXAMPLE_ZONE } from '../../support/examples/example-timer';
import { ALL_OFF, running } from '../../support/examples/reminder-facts';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

vi.mock('../../../lib/browser/absences-storage');
vi.mock('../../../lib/browser/choices-storage', { spy: true });
vi.mock('../../../lib/browser/notifications');
vi.mock('../../../lib/browser/reminders-storage');

const MINUTE_MS = 60_000;
/** A Friday. */
const NOW_MS = localMs('2026-03-13 13:00');
const presence = seenFirst(localMs('2026-03-13 08:00'));
const feed = olieFeed({ data: running('2026-03-13 09:00') });
const NOTHING: Stored = { state: NO_STATE, schedules: {} };

beforeEach(() => {
  resetFakeBrowser();
  vi.useFakeTimers({ now: NOW_MS, toFake: ['Date'] });
  vi.mocked(mayNotify).mockResolvedValue(true);
  vi.mocked(loadRemembered).mockResolvedValue({ ledger: NO_LEDGER, presence });
  vi.mocked(loadAliveAtMs).mockResolvedValue(NOW_MS - MINUTE_MS);
  return () => vi.useRealTimers();
});

const storedWith = (schedule: Partial<Schedule>): Stored => ({
  state: { ...NO_STATE, feeds: [feed] },
  schedules: {
    [feed.connectionId]: answeredSchedule({
      ...{ askedAtMs: NOW_MS, answeredAtMs: NOW_MS, oldAtMs: NOW_MS + 3 * MINUTE_MS },
      ...schedule,
    }),
  },
});

/** @param isRead the disk gave out what is known @returns the connections that it asks */
async function reminding(
  stored: Stored,
  rules: ReminderPreferences['rules'],
  patch: Partial<Preferences> = {},
  isRead = true,
): Promise<string[]> {
  const asked: string[] = [];
  const reminders = { isOn: true, rules: { ...ALL_OFF, ...rules } };
  const preferences = { ...DEFAULT_PREFERENCES, reminders, ...patch };
  vi.mocked(loadChoices).mockResolvedValue({ own: preferences, managed: parseManaged({}) });
  remind(stored, { isRead, preferences, timeZone: EXAMPLE_ZONE }, (id) => asked.push(id));
  await reminded();
  return asked;
}

describe('a reminder that an old answer must not confirm asks the service', () => {
  const old = { answeredAtMs: NOW_MS - 10 * MINUTE_MS };
  test.each<[string, Partial<Schedule>, boolean]>([
    ['was asked a minute ago', { askedAtMs: NOW_MS - MINUTE_MS }, true],
    ['was asked less than a minute ago', { askedAtMs: NOW_MS - MINUTE_MS + 1 }, false],
    ['was asked a minute ahead, by a wrong clock', { askedAtMs: NOW_MS + MINUTE_MS }, true],
    ['was never asked since the browser started', { askedAtMs: null }, true],
    ['wants to be left alone', { askedAtMs: null, pausedUntilMs: NOW_MS + MINUTE_MS }, false],
  ])('that %s: %j: %s', async (_, schedule, isAsked) => {
    const asked = await reminding(storedWith({ ...old, ...schedule }), { 'still-running': 4 });
    expect(asked).toEqual(isAsked ? [feed.connectionId] : []);
    expect(showNotification).not.toHaveBeenCalled();
  });

  test('not if there is none', async () => {
    expect(await reminding(NOTHING, { 'not-started': 5 })).toEqual([]);
  });
});

test.each([true, false])('a notification goes only if the disk was read: %s', async (isRead) => {
  const told = [{ rule: 'goal', occurrence: '2026-03-13', toldAtMs: NOW_MS, isShown: true }];
  vi.mocked(loadRemembered).mockResolvedValue({ ledger: { ...NO_LEDGER, told }, presence });
  await reminding(NOTHING, { goal: 'on' }, {}, isRead);
  expect(clearNotification).toHaveBeenCalledTimes(isRead ? 1 : 0);
});

test('the time on a full disk is no sleep: nothing is told, and the sign of life is stored', async () => {
  vi.mocked(saveRemembered).mockRejectedValueOnce(new Error('QuotaExceededError'));
  await reminding(storedWith({}), { 'still-running': 4 });
  expect(showNotification).not.toHaveBeenCalled();
  expect(saveAliveAtMs).toHaveBeenCalledExactlyOnceWith(NOW_MS);
});

describe('an absence that an answer has confirmed', () => {
  const absence = { fromMs: NOW_MS - 20 * MINUTE_MS, toMs: NOW_MS };
  beforeEach(() => vi.mocked(loadAliveAtMs).mockResolvedValue(absence.fromMs));

  test('is kept in the history', async () => {
    await reminding(storedWith({}), { away: 30 });
    expect(saveAbsences).toHaveBeenCalledExactlyOnceWith(feed.connectionId, [absence]);
  });

  test.each<[string, ReminderPreferences['rules'], Partial<Preferences>]>([
    ['if that reminder is off', { 'still-running': 8 }, {}],
    ['without a history', { away: 30 }, { isHistoryOff: true }],
    ['while reminders are off', { away: 30 }, { reminders: { isOn: false } }],
  ])('is not kept %s, nor is one that is still on the list', async (_, rules, patch) => {
    const unkept = [{ connectionId: feed.connectionId, fromMs: 1, toMs: 2 }];
    const known = { ledger: NO_LEDGER, presence: { ...presence, unkept } };
    vi.mocked(loadRemembered).mockResolvedValue(known);
    await reminding(storedWith({}), rules, patch);
    expect(saveAbsences).not.toHaveBeenCalled();
  });

  test('is held on the disk until the next round if the history refuses it', async () => {
    let disk: Remembered = { ledger: NO_LEDGER, presence };
    vi.mocked(loadRemembered).mockImplementation(async () => structuredClone(disk));
    vi.mocked(saveRemembered).mockImplementation(async (next) => {
      disk = structuredClone(next);
    });
    vi.mocked(saveAbsences).mockRejectedValueOnce(new Error('QuotaExceededError'));
    await reminding(storedWith({}), { away: 30 });
    expect(disk.presence?.unkept).toEqual([{ connectionId: feed.connectionId, ...absence }]);
    vi.mocked(loadAliveAtMs).mockResolvedValue(NOW_MS);
    for (let round = 0; round < 3; round += 1) await reminding(storedWith({}), { away: 30 });
    expect(saveAbsences).toHaveBeenCalledTimes(2);
    expect(saveAbsences).toHaveBeenLastCalledWith(feed.connectionId, [absence]);
    expect(disk.presence?.unkept).toEqual([]);
  });

  test('that the history does not take in time costs no reminder', async () => {
    let answer = () => {};
    vi.mocked(saveAbsences).mockReturnValueOnce(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    reminding(storedWith({}), { away: 30 });
    await expect.poll(() => vi.mocked(saveAbsences).mock.calls.length).toBe(1);
    const next = reminding(storedWith({}), { 'still-running': 4 });
    await expect.poll(() => vi.mocked(showNotification).mock.calls.length).toBe(1);
    answer();
    await next;
  });

  test('is written once: what is known is not written again', async () => {
    vi.mocked(loadAliveAtMs).mockResolvedValue(NOW_MS - MINUTE_MS);
    await reminding(storedWith({}), { away: 30 });
    expect(saveAbsences).not.toHaveBeenCalled();
    expect(saveRemembered).not.toHaveBeenCalled();
  });

  test('is of nobody if no timer is connected', async () => {
    await reminding({ ...NOTHING, state: { ...NO_STATE, feeds: [workflowFeed()] } }, { away: 30 });
    expect(saveRemembered).toHaveBeenCalledOnce();
    expect(saveAbsences).not.toHaveBeenCalled();
  });
});

test('only what is new of them is written: others are of another account, or from while it was off', async () => {
  const absenceAt = (hour: string) => ({
    ...{ fromMs: localMs(`2026-03-13 ${hour}:00`), toMs: localMs(`2026-03-13 ${hour}:30`) },
    ...{ leftAtMs: null, sleptAtMs: null },
  });
  const [first, second] = [absenceAt('08'), absenceAt('11')] as const;
  const known = { ...presence, absences: [{ ...first, returnedAtMs: null }] };
  const confirmed = { ...second, returnedAtMs: second.toMs };
  vi.mocked(loadRemembered).mockResolvedValue({
    ledger: NO_LEDGER,
    // The second one is confirmed by this answer.
    presence: { ...known, absences: [...known.absences, confirmed] } as never,
  });
  await reminding(storedWith({}), { away: 15 });
  const { fromMs, toMs } = second;
  expect(vi.mocked(saveAbsences).mock.lastCall?.[1]).toEqual([{ fromMs, toMs }]);
});
