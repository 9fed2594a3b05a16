import { expect, test } from 'vitest';
import { onProjects } from '../../support/stand-ins/olie';
import { nextAlarm } from '../../support/worker/fake-browser';
import { endWorker, quiet, startMortal } from '../../support/worker/mortal-worker';
import { atNextRequest, mortalWorld } from '../../support/worker/mortal-world';
import { storedTimer } from '../../support/worker/stored';

const ANOTHER = { id: 'site', code: 'SITE', name: 'Novo site' };

test('a worker that is killed meanwhile keeps the timer, and the next one waits for the hour', async () => {
  const { olie, next } = await mortalWorld();
  olie.fail(onProjects('silent'));
  olie.start({ project: ANOTHER });
  const killed = atNextRequest(olie.aside, async () => endWorker());
  // The round of the dead worker never ends.
  nextAlarm();
  await killed;
  olie.fail(null);
  await quiet(await startMortal());
  expect((await storedTimer()).current?.projectId).toBe('site');
  await next();
  const ids = olie.aside.map(({ path }) => path.split('/').at(-1));
  expect(ids).toEqual(['019c2ffd-f4e9-709f-ae34-d4d149e3585d', 'site']);
});
