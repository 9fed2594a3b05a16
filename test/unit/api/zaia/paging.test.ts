import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { getAgentRuns, getRunsPage } from '../../../../lib/api/zaia/client';
import type { ZaiaRequest } from '../../../../lib/api/zaia/request';
import { type ReceivedRequest, startStandInServer } from '../../../support/stand-ins/server';
import { type StandInZaia, startStandInZaia } from '../../../support/stand-ins/zaia';

const NOW_MS = Date.parse('2026-03-13T21:17:54Z');
const MIDNIGHT_MS = Date.parse('2026-03-13T00:00:00Z');
const HOUR_MS = 3_600_000;
let zaia: StandInZaia;

beforeEach(async () => {
  vi.stubGlobal('navigator', { onLine: true });
  zaia = await startStandInZaia({ now: () => NOW_MS });
});
afterEach(async () => {
  await zaia.close();
  vi.unstubAllGlobals();
});

const request = (show: number): ZaiaRequest => {
  const { url, apiKey } = zaia;
  return { address: url, token: apiKey, responderIds: [], show };
};
const pagesOf = ({ requests }: { requests: ReceivedRequest[] }) =>
  requests.map(({ path }) => Number(new URL(path, 'http://zaia').searchParams.get('pageNumber')));

test('each page goes on after the page before it', async () => {
  const pages = await Promise.all(
    [1, 2, 3, 4, 5].map((number) => getRunsPage(request(10), number)),
  );
  expect(pages.map((runs) => runs.length)).toEqual([10, 10, 10, 7, 0]);
  expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(37);
});

describe("today's credits", () => {
  /** The credits of all runs since then, from one page with all of them. */
  const creditsSince = async (sinceMs: number) => {
    const all = await getRunsPage(request(100), 1);
    zaia.requests.length = 0;
    return all
      .filter(({ startedAtMs }) => (startedAtMs ?? 0) >= sinceMs)
      .reduce((sum, { credits }) => sum + credits, 0);
  };

  test.each([
    { what: 'one page, if it reaches back far enough', show: 25, pages: [1] },
    { what: 'as many pages as it takes', show: 5, pages: [1, 2, 3, 4] },
  ])('come from $what', async ({ show, pages }) => {
    const credits = await creditsSince(MIDNIGHT_MS);
    const { data } = await getAgentRuns(request(show), MIDNIGHT_MS);
    expect(data.creditsToday).toBeCloseTo(credits, 9);
    expect(data).toMatchObject({ isAtLeast: false });
    expect(data.runs).toHaveLength(show);
    expect(pagesOf(zaia)).toEqual(pages);
  });

  test('end with the last page', async () => {
    const credits = await creditsSince(0);
    const { data } = await getAgentRuns(request(10), 0);
    expect(data.creditsToday).toBeCloseTo(credits, 9);
    expect(data.isAtLeast).toBe(false);
    expect(pagesOf(zaia)).toEqual([1, 2, 3, 4]);
  });

  test('are at least those of five pages if there are more', async () => {
    const runs = await getRunsPage(request(25), 1);
    zaia.requests.length = 0;
    const { data } = await getAgentRuns(request(5), 0);
    expect(data.creditsToday).toBeCloseTo(
      runs.reduce((sum, run) => sum + run.credits, 0),
      9,
    );
    expect(data.isAtLeast).toBe(true);
    expect(pagesOf(zaia)).toEqual([1, 2, 3, 4, 5]);
  });

  test('may go on after a page whose last run is of today', async () => {
    const [, , , , fifth] = await getRunsPage(request(5), 1);
    zaia.requests.length = 0;
    await getAgentRuns(request(5), fifth?.startedAtMs ?? 0);
    expect(pagesOf(zaia)).toEqual([1, 2]);
  });

  test('are 0 if nothing ran today', async () => {
    const { data } = await getAgentRuns(request(5), NOW_MS + HOUR_MS);
    expect(data).toMatchObject({ creditsToday: 0, isAtLeast: false });
    expect(pagesOf(zaia)).toEqual([1]);
  });

  test('fail if a page fails', async () => {
    const broken = await answering((page) => (page === 1 ? [row('1'), row('2')] : { error: 'x' }));
    await expect(getAgentRuns(broken.request, 0)).rejects.toMatchObject({
      failure: { kind: 'refused' },
    });
    await broken.close();
  });

  test.each([
    { what: 'count a broken row as part of its page', first: [row('1'), {}] },
    { what: 'go on after a page of broken rows', first: [{}, {}], creditsToday: 1.5 },
    { what: 'go on after a run without a start', first: [row('1'), row('9', 'never')] },
    { what: 'count a run that comes again once', first: [row('1'), row('2')] },
  ])('$what', async ({ first, creditsToday = 3 }) => {
    const other = await answering((page) => (page === 1 ? first : [row('2')]));
    const { data } = await getAgentRuns(other.request, MIDNIGHT_MS);
    expect(data).toMatchObject({ creditsToday, isAtLeast: false });
    expect(pagesOf(other)).toEqual([1, 2]);
    await other.close();
  });
});

test('of a page with more runs than were asked for, only so many are shown', async () => {
  const other = await answering(() => [row('1'), row('2'), row('3')]);
  const shown = [{ id: '3' }, { id: '2' }];
  expect((await getAgentRuns(other.request, NOW_MS)).data.runs).toMatchObject(shown);
  const page = await getRunsPage(other.request, 1);
  expect(page).toMatchObject(shown);
  expect(page).toHaveLength(2);
  await other.close();
});

/** A run of today that took one and a half credits. */
function row(id: string, startedAt = '2026-03-13T20:00:00Z') {
  return { id, startedAt, creditsUsed: 1.5 };
}

/** A service with those pages, two runs each. */
async function answering(body: (page: number) => unknown) {
  const server = await startStandInServer(
    () => ({ status: 200, body: body(server.requests.length) }),
    () => NOW_MS,
  );
  return { ...server, request: { ...request(2), address: server.url } };
}
