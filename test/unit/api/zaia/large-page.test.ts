import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { getAgentRuns, getRunsPage } from '../../../../lib/api/zaia/client';
import type { ZaiaRequest } from '../../../../lib/api/zaia/request';
import { startStandInServer } from '../../../support/stand-ins/server';

// A run may hold whole documents, and no more than 1 MB is read of an answer.

const NOW_MS = Date.parse('2026-03-13T21:17:54Z');
const MIDNIGHT_MS = Date.parse('2026-03-13T00:00:00Z');
const MINUTE_MS = 60_000;
type Zaia = Awaited<ReturnType<typeof standIn>>;
let zaia: Zaia;

afterEach(async () => {
  await zaia.close();
  vi.unstubAllGlobals();
});
beforeEach(() => {
  vi.stubGlobal('navigator', { onLine: true });
});

test('a page that is too large comes in parts', async () => {
  zaia = await standIn({ runs: 120, bytesEach: 15_000 });
  const { data, exchange } = await getAgentRuns(request(100), MIDNIGHT_MS);
  expect(data.runs.map(({ id }) => id)).toEqual(ids(1, 100));
  expect(data).toMatchObject({ creditsToday: 100, isAtLeast: true });
  expect(exchange.etag).toBeNull();
  expect(asked(zaia)).toEqual(['1 of 100', ...[1, 2, 3, 4, 5].map((part) => `${part} of 20`)]);
});

test('the page after it goes on where that one ends', async () => {
  zaia = await standIn({ runs: 120, bytesEach: 60_000 });
  const runs = await getRunsPage(request(50), 2);
  expect(runs.map(({ id }) => id)).toEqual(ids(51, 100));
  expect(asked(zaia)).toEqual(['2 of 50', ...[6, 7, 8, 9, 10].map((part) => `${part} of 10`)]);
});

test('no part is asked for after the last run', async () => {
  zaia = await standIn({ runs: 27, bytesEach: 45_000 });
  const { data } = await getAgentRuns(request(100), MIDNIGHT_MS);
  expect(data.runs).toHaveLength(27);
  expect(data).toMatchObject({ creditsToday: 27, isAtLeast: false });
  expect(asked(zaia)).toEqual(['1 of 100', '1 of 20', '2 of 20']);
});

test('a run that moves to the next part meanwhile counts once', async () => {
  zaia = await standIn({ runs: 60, bytesEach: 25_000, startsAfter: 2 });
  const { data } = await getAgentRuns(request(50), MIDNIGHT_MS);
  expect(data.runs.map(({ id }) => id)).toEqual(ids(1, 49));
  expect(data.creditsToday).toBe(49);
});

test('the newest run comes first, in whatever order the service lists them', async () => {
  zaia = await standIn({ runs: 25, bytesEach: 50_000, isOldestFirst: true });
  const { data } = await getAgentRuns(request(25), MIDNIGHT_MS);
  expect(data.runs.map(({ id }) => id)).toEqual(ids(1, 25));
});

describe('it is no answer of Zaia if', () => {
  const kind = (show: number) =>
    getAgentRuns(request(show), 0).catch(({ failure }) => failure.kind);

  test('even a part is too large', async () => {
    zaia = await standIn({ runs: 60, bytesEach: 250_000 });
    expect(await kind(25)).toBe('unexpected-answer');
    expect(asked(zaia)).toEqual(['1 of 25', '1 of 5']);
  });

  test('few runs are as large: no service sends that', async () => {
    zaia = await standIn({ runs: 60, bytesEach: 250_000 });
    expect(await kind(10)).toBe('unexpected-answer');
    expect(asked(zaia)).toEqual(['1 of 10']);
  });
});

function request(show: number): ZaiaRequest {
  return { address: zaia.url, token: 'key', responderIds: [], show };
}

/** `run-001` and so on. */
function ids(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => idOf(from + index));
}

function idOf(number: number): string {
  return `run-${String(number).padStart(3, '0')}`;
}

function queryOf(path: string) {
  const query = new URL(path, 'http://zaia').searchParams;
  return { page: Number(query.get('pageNumber')), size: Number(query.get('pageSize')) };
}

function asked({ requests }: Zaia): string[] {
  return requests.map(({ path }) => `${queryOf(path).page} of ${queryOf(path).size}`);
}

interface Listed {
  runs: number;
  bytesEach: number;
  /** After how many requests one more run starts, which nobody has seen. */
  startsAfter?: number;
  isOldestFirst?: boolean;
}

/** A service whose runs began a minute apart, the newest first. */
function standIn(of: Listed) {
  const { runs, bytesEach, startsAfter = Number.POSITIVE_INFINITY } = of;
  const all = Array.from({ length: runs }, (_, index) => ({
    id: idOf(index + 1),
    startedAt: new Date(NOW_MS - (index + 1) * MINUTE_MS).toISOString(),
    creditsUsed: 1,
    detail: 'x'.repeat(bytesEach),
  }));
  if (of.isOldestFirst) all.reverse();
  return startStandInServer(
    ({ path }) => {
      const { page, size } = queryOf(path);
      const moved = zaia.requests.length > startsAfter ? 1 : 0;
      const body = all.slice(Math.max(0, (page - 1) * size - moved), page * size - moved);
      return { status: 200, body, headers: { ETag: `"${page}"` } };
    },
    () => NOW_MS,
  );
}
