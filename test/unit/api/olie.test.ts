import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { getTimer, type OlieRequest } from '../../../lib/api/olie';
import { type StandInOlie, startStandInOlie } from '../../support/stand-in-olie';

const AT_MS = Date.parse('2026-03-13T21:17:54Z');
let olie: StandInOlie;

beforeEach(async () => {
  vi.stubGlobal('navigator', { onLine: true });
  vi.useFakeTimers({ toFake: ['Date'], now: AT_MS });
  olie = await startStandInOlie({ now: () => Date.now() });
});
afterEach(async () => {
  await olie.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const ask = (patch: Partial<OlieRequest> = {}) => {
  const { url, token, executionId } = olie;
  return getTimer({ address: url, token, executionId, ...patch });
};

test('the documented example comes with the server time', async () => {
  const { timer, exchange } = await ask();
  expect(timer).toMatchObject({ answeredAtMs: AT_MS, totalS: 38_140, idleS: 27_734 });
  expect(exchange).toEqual({ sentMs: AT_MS, receivedMs: AT_MS, dateMs: AT_MS, ageS: 0 });
});

test('the token goes into the header and the id into the path', async () => {
  await ask();
  expect(olie.requests).toMatchObject([
    {
      method: 'GET',
      path: `/api/management/project-executions/${olie.executionId}`,
      authorization: 'Bearer olie_test_token|abc123',
    },
  ]);
});

test('an address may have a path', async () => {
  await ask({ address: `${olie.url}/tenant` }).catch(() => undefined);
  expect(olie.requests[0]?.path).toBe(
    `/tenant/api/management/project-executions/${olie.executionId}`,
  );
});

test.each([
  ['a b', 'a%20b'],
  ['a/b', 'a%2Fb'],
  ['a?b#c', 'a%3Fb%23c'],
  ['50%', '50%25'],
  ['é🙂', '%C3%A9%F0%9F%99%82'],
  ['../../admin', '..%2F..%2Fadmin'],
])('the id %j stays one segment of the path: %s', async (executionId, segment) => {
  await expect(ask({ executionId })).rejects.toMatchObject({ failure: { kind: 'unknown-id' } });
  expect(olie.requests[0]?.path).toBe(`/api/management/project-executions/${segment}`);
});

describe('where Date cannot be believed, the answer is of the middle of the exchange', () => {
  test.each([null, 'Thu, 01 Jan 1970 00:00:00 GMT', 'whenever'])('Date: %s', async (date) => {
    olie.sendDate(date);
    expect((await ask()).timer.answeredAtMs).toBe(AT_MS);
  });
});

test('another document is an unexpected answer', async () => {
  olie.fail({ status: 200, body: { response: true, project: {} } });
  await expect(ask()).rejects.toMatchObject({ failure: { kind: 'unexpected-answer' } });
});
