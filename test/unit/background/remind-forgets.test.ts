import { beforeEach, expect, test, vi } from 'vitest';
import { forgetAbsences, mute } from '../../../entrypoints/background/remind';
import { loadRemembered, saveRemembered } from '../../../lib/browser/reminders-storage';
import { NO_LEDGER } from '../../../lib/core/reminders/ledger';
import { seenFirst } from '../../../lib/core/reminders/presence';
import { localMs } from '../../support/examples/example-history';
import { backFrom } from '../../support/examples/reminder-facts';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

vi.mock('../../../lib/browser/reminders-storage', () => ({
  loadRemembered: vi.fn(),
  saveRemembered: vi.fn(),
}));

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

test('without absences, nothing is written to forget them', async () => {
  await forgetAbsences();
  expect(saveRemembered).not.toHaveBeenCalled();
});

test('a mute that the full disk does not take says so', async () => {
  const reported = vi.spyOn(console, 'error').mockReturnValue();
  const full = new Error('The disk is full');
  vi.mocked(saveRemembered).mockRejectedValueOnce(full);
  expect(await mute({ kind: 'mute', until: 'today' })).toMatchObject({ kind: 'storage' });
  expect(reported).toHaveBeenCalledWith('Reminders could not be muted', full);
});
