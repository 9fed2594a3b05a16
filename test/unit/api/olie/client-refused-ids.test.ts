import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { client } from '../../../../lib/api/olie/client';
import { exampleTimer } from '../../../support/examples/example-timer';
import { olieConnection } from '../../../support/stand-ins/connections';
import { type StandInOlie, startStandInOlie } from '../../../support/stand-ins/olie';

const NOW_MS = Date.parse('2026-03-13T21:17:54Z');
let olie: StandInOlie;

beforeEach(async () => {
  vi.stubGlobal('navigator', { onLine: true });
  olie = await startStandInOlie({ now: () => NOW_MS });
});
afterEach(async () => {
  await olie.close();
  vi.unstubAllGlobals();
});

// A database gives 500 for an id of another form, and 403 may be about one execution alone.
test.each([
  [0, 'odd'],
  [1, 'odd'],
  [2, 'own'],
  [3, 'own'],
  [4, 's1'],
  [6, 's2'],
  [8, 'odd'],
  [41, 'odd'],
])('after %i failures, %s is asked first', async (failures, name) => {
  const own = olieConnection(olie);
  const [session] = exampleTimer().recent;
  if (session === undefined) throw new Error('The example has sessions');
  const recent = [
    { ...session, id: 's1' },
    { ...session, id: 's2' },
  ];
  olie.fail({ status: 500 });
  const asking = client.ask(own, {
    previous: exampleTimer({ followedId: 'odd', recent, lastEarlier: null }),
    ...{ startOfDayMs: 0, timeZone: 'America/Sao_Paulo', offsetMs: 0, etag: null, failures },
  });
  await expect(asking).rejects.toThrow();
  const asked = olie.requests.map(({ path }) => path.split('/').at(-1));
  expect(asked).toEqual([name === 'own' ? own.executionId : name]);
});
