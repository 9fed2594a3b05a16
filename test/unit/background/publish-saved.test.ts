import { expect, test, vi } from 'vitest';
import { store } from '../../../entrypoints/background/publish';
import { saveSchedules, saveState } from '../../../lib/browser/state-storage';
import { NO_STATE, type Stored } from '../../../lib/core/state/state';
import { answeredSchedule, olieFeed } from '../../support/examples/example-feed';

vi.mock('../../../lib/browser/state-storage', () => ({
  saveSchedules: vi.fn(),
  saveState: vi.fn(),
  updateStored: vi.fn(),
}));

const feed = olieFeed();
const known: Stored = {
  state: { ...NO_STATE, feeds: [feed] },
  schedules: { [feed.connectionId]: answeredSchedule({ isUnsaved: true }) },
};
const state = { ...NO_STATE, feeds: [{ ...feed, isSeen: !feed.isSeen }] };
const scheduled = (patch: Parameters<typeof answeredSchedule>[0]) => ({
  [feed.connectionId]: answeredSchedule(patch),
});

test.each<[string, Partial<Stored>, boolean]>([
  ['a round that learnt nothing tells nothing about the disk', {}, true],
  ['it has taken what is new', { state }, false],
  ['it answered as before', { schedules: scheduled({ answeredAtMs: 7, isUnsaved: true }) }, false],
  ['it was saved before', { schedules: scheduled({ isUnsaved: false }) }, false],
])('whether something is not saved yet: %s', async (_, patch, isUnsaved) => {
  const next = { ...known, ...patch };
  const stored = await store(next, known);
  expect(stored.state).toBe(next.state);
  expect(stored.schedules[feed.connectionId]).toMatchObject({ isUnsaved });
  expect(saveSchedules).toHaveBeenCalledExactlyOnceWith(stored.schedules, known.schedules);
});

test('a full disk keeps what it had: nothing counts as fresher', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  vi.mocked(saveState).mockRejectedValueOnce(new Error('The disk is full'));
  const schedules = scheduled({ answeredAtMs: 7, wholeAtMs: 7, oldAtMs: 9, dueAtMs: 8 });
  const stored = await store({ state, schedules }, known);
  const { answeredAtMs, wholeAtMs, oldAtMs } = answeredSchedule();
  expect(stored.state).toBe(known.state);
  expect(stored.schedules).toEqual(
    scheduled({ ...{ answeredAtMs, wholeAtMs, oldAtMs }, dueAtMs: 8, isUnsaved: true }),
  );
});
