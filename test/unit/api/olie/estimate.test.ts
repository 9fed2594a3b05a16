import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { estimate } from '../../../../lib/api/olie/estimate';
import type { Timer } from '../../../../lib/core/olie/timer';
import {
  ANSWERED_AT_MS,
  exampleExecution,
  exampleTimer,
} from '../../../support/examples/example-timer';
import { olieConnection } from '../../../support/stand-ins/connections';
import { type StandInOlie, startStandInOlie } from '../../../support/stand-ins/olie';

let olie: StandInOlie;

beforeEach(async () => {
  vi.stubGlobal('navigator', { onLine: true });
  vi.useFakeTimers({ toFake: ['Date'], now: ANSWERED_AT_MS });
  olie = await startStandInOlie();
});
afterEach(async () => {
  await olie.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const ask = (timer: Timer, offsetMs = 0) => estimate.ask(olieConnection(olie), timer, offsetMs);

test('the running project is asked for, and what it says comes with the timer', async () => {
  const timer = exampleTimer();
  expect(await ask(timer)).toEqual({
    ...timer,
    estimate: {
      projectId: '019c2ffd-f4e9-709f-ae34-d4d149e3585d',
      userId: '019c1e87-63f4-71dd-a4e3-6eaea0619c2f',
      answeredAtMs: ANSWERED_AT_MS,
      ...{ expectedS: 57_600, elapsedS: 38_140, expectedAmount: 800, hourlyRate: 50 },
      ...{ status: 'active', budget: 0 },
    },
  });
  const path = '/api/management/projects/019c2ffd-f4e9-709f-ae34-d4d149e3585d';
  expect(olie.aside).toMatchObject([{ path, authorization: 'Bearer olie_test_token|abc123' }]);
});

test('the id of the project stays one segment of the path', async () => {
  const current = exampleExecution({ projectId: '../a b' });
  await expect(ask(exampleTimer({ current }))).rejects.toMatchObject({
    failure: { kind: 'unknown-id' },
  });
  expect(olie.aside[0]?.path).toBe('/api/management/projects/..%2Fa%20b');
});

test("without a Date, the estimate is of now on the server's clock", async () => {
  olie.sendDate(null);
  const { estimate: known } = await ask(exampleTimer(), -93_600_000);
  expect(known?.answeredAtMs).toBe(ANSWERED_AT_MS - 93_600_000);
});

test('a message with the token in it is left out', async () => {
  olie.fail({ status: 403, body: { message: 'Not for olie_test_token|abc123' } });
  const failure = { kind: 'token-refused', message: null };
  await expect(ask(exampleTimer())).rejects.toMatchObject({ failure });
});

test('a timer without its estimate is otherwise the same', async () => {
  const timer = exampleTimer();
  expect(estimate.without(await ask(timer))).toEqual(timer);
});
