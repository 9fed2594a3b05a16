import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseTimer } from '../../../../lib/api/olie/answer';
import { client } from '../../../../lib/api/olie/client';
import type { OlieConnection } from '../../../../lib/core/olie/olie';
import type { Session, Timer } from '../../../../lib/core/olie/timer';
import { documented } from '../../../support/examples/documented-timer';
import { exampleTimer } from '../../../support/examples/example-timer';
import { type StandInOlie, startStandInOlie } from '../../../support/stand-ins/olie';

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

const ask = (patch: Partial<OlieConnection> = {}, previous: Timer | null = null, offsetMs = 0) => {
  const { url, token, executionId } = olie;
  const connection: OlieConnection = {
    id: 'a',
    kind: 'olie',
    address: url,
    token,
    executionId,
    ...patch,
  };
  return client.ask(connection, {
    previous,
    startOfDayMs: 0,
    timeZone: 'America/Sao_Paulo',
    offsetMs,
    etag: null,
  });
};

test('the documented example comes with the server time', async () => {
  const { data, exchange } = await ask();
  expect(data).toMatchObject({ answeredAtMs: AT_MS, totalS: 38_140, idleS: 27_734 });
  expect(exchange).toEqual({
    sentMs: AT_MS,
    receivedMs: AT_MS,
    dateMs: AT_MS,
    ageS: 0,
    etag: null,
  });
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

describe('without a believable Date, the answer is of the middle of the exchange', () => {
  test.each([null, 'Thu, 01 Jan 1970 00:00:00 GMT', 'whenever'])('Date: %s', async (date) => {
    olie.sendDate(date);
    expect((await ask()).data.answeredAtMs).toBe(AT_MS);
    // On the server's clock, as far as it is known.
    expect((await ask({}, null, -93_600_000)).data.answeredAtMs).toBe(AT_MS - 93_600_000);
  });
});

test('once there is an answer, its execution is asked for, not the saved one', async () => {
  const known = exampleTimer({ followedId: olie.executionId });
  const { data } = await ask({ executionId: 'of long ago' }, known);
  expect(olie.requests[0]?.path).toBe(`/api/management/project-executions/${olie.executionId}`);
  expect(data.followedId).toBe(olie.executionId);
});

describe('if the followed execution is gone', () => {
  const gone = exampleTimer({ followedId: 'gone', recent: [] });
  const segments = () => olie.requests.map(({ path }) => path.split('/').at(-1));

  test('the one that the user named is asked for', async () => {
    expect((await ask({}, gone)).data.followedId).toBe(olie.executionId);
    expect(segments()).toEqual(['gone', olie.executionId]);
  });

  test('and the named one, too, it is an unknown id', async () => {
    const asking = ask({ executionId: 'gone, too' }, gone);
    await expect(asking).rejects.toMatchObject({ failure: { kind: 'unknown-id' } });
    expect(segments()).toEqual(['gone', 'gone%2C%20too']);
  });

  test('and it is the named one, it is not asked for twice', async () => {
    const asking = ask({ executionId: 'gone' }, gone);
    await expect(asking).rejects.toMatchObject({ failure: { kind: 'unknown-id' } });
    expect(segments()).toEqual(['gone']);
  });

  const known = (...ids: string[]) => ids.map((id) => ({ ...documented.recent[0], id }) as Session);

  test('and the named one, too, the newest known sessions are tried, also of earlier days', async () => {
    const [lastEarlier = null] = known('old');
    const timer = exampleTimer({ followedId: 'gone', recent: known('', 'a'), lastEarlier });
    const asking = ask({ executionId: 'b' }, timer);
    await expect(asking).rejects.toMatchObject({ failure: { kind: 'unknown-id' } });
    expect(segments()).toEqual(['gone', 'b', 'a', 'old']);
  });

  test('at most three others are tried, each once', async () => {
    const timer = exampleTimer({ followedId: 'a', recent: known('a', 'b', 'c', 'd', 'e') });
    const asking = ask({ executionId: 'b' }, timer);
    await expect(asking).rejects.toMatchObject({ failure: { kind: 'unknown-id' } });
    expect(segments()).toEqual(['a', 'b', 'c', 'd']);
  });

  test.each([401, 429, 500])('no other is tried after a %d', async (status) => {
    olie.fail({ status });
    await expect(ask({}, gone)).rejects.toMatchObject({ failure: {} });
    expect(segments()).toEqual(['gone']);
  });
});

test('a message with the token in it is left out', async () => {
  olie.fail({ status: 401, body: { message: 'Not a token: olie_test_token|abc' } });
  const failure = { kind: 'token-refused', message: null };
  await expect(ask()).rejects.toMatchObject({ failure });
});

test('it is the client of the kind olie', () => {
  expect(client.kind).toBe('olie');
});

test('another document is an unexpected answer', async () => {
  olie.fail({ status: 200, body: { response: true, project: {} } });
  await expect(ask()).rejects.toMatchObject({ failure: { kind: 'unexpected-answer' } });
});

describe('an id that an answer names is asked for only if the form would take it', () => {
  const LONG = 'x'.repeat(201);

  test.each(['..', '.', 'a/b', 'a?b', 'a#b', 'a b', '', ' ', LONG])('%j', async (id) => {
    const [session] = documented.recent;
    if (session === undefined) throw new Error('The example has sessions');
    const timer = exampleTimer({ followedId: id, recent: [{ ...session, id }] });
    await ask({}, timer);
    const paths = olie.requests.map(({ path }) => path);
    expect(paths).toEqual([`/api/management/project-executions/${olie.executionId}`]);
  });

  test.each(['..', 'a/b', LONG])('and is not followed: %j', (id) => {
    const body = { current_execution: { id, started_at: '2026-03-13T20:39:59Z' } };
    expect(parseTimer(body, AT_MS, 'asked').followedId).toBe('asked');
  });
});
