import { expect, test } from 'vitest';
import { nextAlarm, shownAlarm, shownBadge } from '../../support/worker/fake-browser';
import {
  endWorker,
  makeWorkersMortal,
  quiet,
  startMortal,
} from '../../support/worker/mortal-worker';
import { atNextRequest } from '../../support/worker/mortal-world';
import { connect, world } from '../../support/worker/world';

test('a worker that is killed in the very first round is woken, and asks again', async () => {
  const { olie, connections } = await world();
  makeWorkersMortal();
  await quiet(await startMortal());
  // Nothing is connected: nothing is to be done.
  expect(await shownAlarm()).toBeNull();
  const killed = atNextRequest(olie.requests, async () => endWorker());
  // The round of the dead worker never ends.
  connect(connections.filter(({ kind }) => kind === 'olie'));
  await killed;
  expect(await shownAlarm()).toMatchObject({ periodInMinutes: 0.5 });
  const next = await startMortal();
  await quiet(next);
  await nextAlarm();
  await quiet(next);
  expect(olie.requests.length).toBe(2);
  expect((await shownBadge()).text).toBe('38m');
  expect(await shownAlarm()).toMatchObject({ periodInMinutes: 1 });
});
