import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../../../../lib/api/api-error';
import { client } from '../../../../lib/api/zaia/client';
import { askFollowed } from '../../../../lib/api/zaia/followed';
import { type FailureKind, failure } from '../../../../lib/core/feeds/failure';
import type { AgentRuns, Followed, Run } from '../../../../lib/core/zaia/agent-runs';
import { zaiaConnection } from '../../../support/stand-ins/connections';
import { type StandInZaia, startStandInZaia } from '../../../support/stand-ins/zaia';

const run = (id: string, endedAtMs: number | null = null): Run => ({
  ...{ id, startedAtMs: 1, endedAtMs, status: 'running', credits: 0 },
  ...{ isAgentic: true, isPurged: false },
});
const one = (id: string, patch: Partial<Followed> = {}): Followed => ({
  ...{ id, run: null, failure: null },
  ...patch,
});
/** Answers each run, but for these failures. Keeps the ids that were asked for. */
function service(failures: Record<string, unknown> = {}) {
  const asked: string[] = [];
  const ask = async (id: string) => {
    asked.push(id);
    if (failures[id] !== undefined) throw failures[id];
    return run(id);
  };
  return { asked, ask };
}
const failing = (kind: FailureKind) => new ApiError(failure(kind));

describe('the followed runs', () => {
  test('are asked for, but for those of which nothing more is to be learnt', async () => {
    const { ask, asked } = service();
    const ended = one('ended', { run: run('ended', 2) });
    const refused = one('refused', { failure: 'unknown-id' });
    const found = await askFollowed([ended, one('a'), refused, one('b')], ask);
    expect(found).toEqual([
      ended,
      one('a', { run: run('a') }),
      refused,
      one('b', { run: run('b') }),
    ]);
    expect(asked).toEqual(['a', 'b']);
  });

  test('that fail keep what is known of them, and cost the others nothing', async () => {
    const { ask } = service({ a: failing('server-error') });
    const known = one('a', { run: run('a') });
    expect(await askFollowed([known, one('b', { failure: 'network' })], ask)).toEqual([
      one('a', { run: run('a'), failure: 'server-error' }),
      one('b', { run: run('b') }),
    ]);
  });

  test('that failed the last time come last', async () => {
    const { ask, asked } = service();
    const failed = (id: string) => one(id, { failure: 'timeout' });
    await askFollowed([failed('a'), one('b'), failed('c'), one('d'), one('e')], ask);
    expect(asked).toEqual(['b', 'd', 'e', 'a', 'c']);
  });

  test('are asked for four at a time; after a silence, no more in this round', async () => {
    const { ask, asked } = service({ b: failing('timeout'), c: failing('network') });
    const found = await askFollowed(
      [...'abcdef'].map((id) => one(id)),
      ask,
    );
    expect(asked).toEqual(['a', 'b', 'c', 'd']);
    expect(found.map(({ failure }) => failure)).toEqual([
      ...[null, 'timeout', 'network', null],
      ...[null, null],
    ]);
    const { ask: askAgain, asked: askedAgain } = service({ b: failing('network') });
    await askFollowed(
      [...'abcdef'].map((id) => one(id)),
      askAgain,
    );
    expect(askedAgain).toEqual([...'abcdef']);
  });

  test.each([failing('too-many-requests'), new RangeError('unknown')])(
    'end at a pause for the whole service, and at an unknown error: %s',
    async (error) => {
      await expect(askFollowed([one('a')], service({ a: error }).ask)).rejects.toBe(error);
    },
  );
});

describe('the client', () => {
  let zaia: StandInZaia;
  beforeEach(async () => {
    vi.stubGlobal('navigator', { onLine: true });
    zaia = await startStandInZaia();
  });
  afterEach(async () => {
    await zaia.close();
    vi.unstubAllGlobals();
  });
  const ask = (followed: string[] | undefined, previous: AgentRuns | null = null) => {
    const etag = { url: `${zaia.url}/api/v1/executions?pageNumber=1&pageSize=10`, value: '"v1"' };
    return client.ask(
      { ...zaiaConnection(zaia), ...(followed && { followed }) },
      { previous, startOfDayMs: 0, offsetMs: 0, timeZone: 'America/Sao_Paulo', etag },
    );
  };
  const offered = () => zaia.requests.map(({ headers }) => headers.includes('"v1"'));

  test('asks for the list alone if no run is followed', async () => {
    const { data, exchange } = await ask(undefined);
    expect(data.followed).toBeUndefined();
    expect(data.runs).toHaveLength(10);
    expect(exchange.ageS).toBe(0);
    expect(zaia.requests).toHaveLength(4);
    expect(offered()).toEqual([true, false, false, false]);
  });

  test('asks for each followed run too, and then for the whole list', async () => {
    const [going, ended] = [zaia.startRun(), zaia.startRun()];
    zaia.endRun(ended);
    const { data, exchange } = await ask([going, ended]);
    expect(data.runs).toHaveLength(10);
    expect(data.followed).toMatchObject([
      { id: going, run: { id: going, endedAtMs: null }, failure: null },
      { id: ended, run: { id: ended, status: 'completed' }, failure: null },
    ]);
    expect(exchange.ageS).toBe(0);
    expect(offered()).not.toContain(true);
    zaia.requests.length = 0;
    // One of them goes on.
    expect((await ask([going, ended], data)).data.followed).toEqual(data.followed);
    expect(offered()).not.toContain(true);
    zaia.endRun(going);
    const { data: last } = await ask([going, ended], data);
    zaia.requests.length = 0;
    expect((await ask([going, ended], last)).data.followed).toEqual(last.followed);
    expect(offered()[0]).toBe(true);
    expect(zaia.requests.map(({ path }) => path.includes('?'))).not.toContain(false);
  });
});
