import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { forgetAbsences, mute } from '../../../entrypoints/background/remind';
import { loadRemembered, saveRemembered } from '../../../lib/browser/reminders-storage';
import { loadStored } from '../../../lib/browser/state-storage';
import { NO_LEDGER } from '../../../lib/core/reminders/ledger';
import { seenFirst } from '../../../lib/core/reminders/presence';
import { NO_STATE } from '../../../lib/core/state/state';
import { HOUR_MS } from '../../../lib/core/time/time-zone';
import { olieFeed } from '../../support/examples/example-feed';
import { localMs } from '../../support/examples/example-history';
import { backFrom } from '../../support/examples/reminder-facts';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

vi.mock('../../../lib/browser/reminders-storage', () => ({
  loadRemembered: vi.fn(),
  saveRemembered: vi.fn(),
}));

vi.mock('../../../lib/browser/state-storage', { spy: true });

beforeEach(() => {
  resetFakeBrowser();
  const presence = seenFirst(localMs('2026-03-13 08:00'));
  vi.mocked(loadRemembered).mockResolvedValue({ ledger: NO_LEDGER, presence });
});

test('absences are forgotten, and nobody is taken for longer there than before', async () => {
  const back = backFrom('2026-03-13 11:00', '2026-03-13 12:00');
  vi.mocked(loadRemembered).mockResolvedValue({ ledger: NO_LEDGER, presence: back });
  await forgetAbsences();
  const seenFromMs = localMs('2026-03-13 12:00');
  expect(saveRemembered).toHaveBeenCalledExactlyOnceWith({
    ledger: NO_LEDGER,
    presence: { ...back, seenFromMs, absences: [] },
  });
});

test('those that the history has not taken yet are forgotten too', async () => {
  const back = backFrom('2026-03-13 11:00', '2026-03-13 12:00');
  const unkept = [{ connectionId: 'c', fromMs: 1, toMs: 2 }];
  const presence = { ...back, unkept };
  vi.mocked(loadRemembered).mockResolvedValue({ ledger: NO_LEDGER, presence });
  await forgetAbsences();
  expect(vi.mocked(saveRemembered).mock.lastCall?.[0].presence?.unkept).toBeUndefined();
});

test.each([
  ['without a presence', null],
  ['without absences', seenFirst(localMs('2026-03-13 08:00'))],
])('%s, nothing is written to forget them', async (_, presence) => {
  vi.mocked(loadRemembered).mockResolvedValue({ ledger: NO_LEDGER, presence });
  await forgetAbsences();
  expect(saveRemembered).not.toHaveBeenCalled();
});

// It is noon on Friday by the server's clock, and Saturday by the computer's.
test.each([
  ['two-hours', localMs('2026-03-13 14:00')],
  ['today', localMs('2026-03-14 00:00')],
  ['not', null],
] as const)("a mute ends by the server's clock: %s", async (until, mutedUntilMs) => {
  vi.useFakeTimers({ now: localMs('2026-03-14 12:00'), toFake: ['Date'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const state = { ...NO_STATE, feeds: [olieFeed({ offsetMs: -24 * HOUR_MS })] };
  vi.mocked(loadStored).mockResolvedValue({ state, schedules: {} });
  expect(await mute({ kind: 'mute', until })).toBeNull();
  expect(vi.mocked(saveRemembered).mock.lastCall?.[0].ledger).toEqual({
    ...NO_LEDGER,
    mutedUntilMs,
  });
});

test('a mute that the full disk does not take says so', async () => {
  const reported = vi.spyOn(console, 'error').mockReturnValue();
  const full = new Error('The disk is full');
  vi.mocked(saveRemembered).mockRejectedValueOnce(full);
  expect(await mute({ kind: 'mute', until: 'today' })).toMatchObject({ kind: 'storage' });
  expect(reported).toHaveBeenCalledWith('Reminders could not be muted', full);
});
