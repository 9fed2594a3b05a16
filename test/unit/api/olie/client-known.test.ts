import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { client } from '../../../../lib/api/olie/client';
import type { Timer } from '../../../../lib/core/olie/timer';
import { documented } from '../../../support/examples/documented-timer';
import {
  ANSWERED_AT_MS as AT_MS,
  EXAMPLE_ZONE,
  exampleTimer,
} from '../../../support/examples/example-timer';
import { olieConnection } from '../../../support/stand-ins/connections';
import { type StandInOlie, startStandInOlie } from '../../../support/stand-ins/olie';

let olie: StandInOlie;

beforeEach(async () => {
  vi.stubGlobal('navigator', { onLine: true });
  vi.useFakeTimers({ toFake: ['Date'], now: AT_MS });
  olie = await startStandInOlie();
});
afterEach(async () => {
  await olie.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const ask = (previous: Timer | null) =>
  client.ask(olieConnection(olie), {
    ...{ startOfDayMs: 0, timeZone: EXAMPLE_ZONE, offsetMs: 0 },
    ...{ previous, etag: null },
  });

const [session] = documented.recent;
if (session === undefined) throw new Error('The example has sessions');
const estimate = {
  ...{ projectId: 'p', userId: 'u', answeredAtMs: 1, expectedS: 3600, elapsedS: 60 },
  ...{ expectedAmount: 0, hourlyRate: 0, status: '', budget: 0 },
};

test('what a new answer does not tell is kept of the known one', async () => {
  const lastEarlier = { ...session, id: 'yesterday' };
  const known = exampleTimer({ lastEarlier, estimate, stepTotalS: 1 });
  const { data } = await ask(known);
  expect(data).toEqual({ ...documented, followedId: olie.executionId, lastEarlier, estimate });
});

test('of the day before, the last session is kept', async () => {
  const earlier = <One extends object>(one: One) =>
    Object.fromEntries(
      Object.entries(one).map(([name, value]) => [
        name,
        name.endsWith('AtMs') ? value - 86_400_000 : value,
      ]),
    ) as One;
  const { current, recent, ...rest } = exampleTimer();
  const yesterday = {
    ...{ ...earlier(rest), current: null, recent: recent.map(earlier) },
    lastEarlier: { ...session, id: 'of last week' },
  };
  const { data } = await ask(yesterday);
  expect(data.lastEarlier).toEqual(earlier(session));
});

test('an answer that only says what was expected by now leaves the known one as it is', async () => {
  const { data: known } = await ask(null);
  vi.setSystemTime(AT_MS + 60_000);
  expect((await ask(known)).data).toBe(known);
});
