import { expect, test, vi } from 'vitest';
import { shownBadge } from '../../support/worker/fake-browser';
import { nextRoundOf } from '../../support/worker/rounds';
import { storedTimer } from '../../support/worker/stored';
import { askedFor, world } from '../../support/worker/world';

test('an id that the service refuses for ever keeps the timer from being asked only for a while', async () => {
  const { olie } = await world({ services: ['olie'], started: true });
  const own = askedFor(olie)[0];
  // One answer has an id of another form, and the database refuses it from then on.
  const { current_execution: current } = olie.answer() as { current_execution: object };
  olie.set({ current_execution: { ...current, id: 'odd' } });
  await nextRoundOf('olie');
  expect((await storedTimer()).followedId).toBe('odd');
  olie.set({ current_execution: null });
  // The wait after a failure is partly random: the longest one takes more alarms than a round here waits for.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  olie.fail((_, { path }) => (path.endsWith('/odd') ? { status: 500 } : null));
  for (let round = 0; round < 4; round += 1) await nextRoundOf('olie');
  expect(askedFor(olie).slice(2)).toEqual(['odd', 'odd', own, own]);
  expect((await shownBadge()).title).toContain('No timer running');
});
