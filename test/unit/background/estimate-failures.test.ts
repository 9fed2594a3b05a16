/** What goes wrong while the project is asked for costs the timer nothing: the real background, over real HTTP. */
import { describe, expect, test, vi } from 'vitest';
import { shownEstimate } from '../../../lib/core/olie/estimate';
import { look } from '../../support/faults/seen';
import { onProjects } from '../../support/stand-ins/olie';
import type { Fault } from '../../support/stand-ins/server';
import { until } from '../../support/until';
import { BEGIN_MS, goOn } from '../../support/worker/clock';
import { nextAlarm, shownBadge } from '../../support/worker/fake-browser';
import { sendFromPage } from '../../support/worker/fake-messages';
import { atNextRequest } from '../../support/worker/mortal-world';
import { roundAfter, runBackground } from '../../support/worker/rounds';
import { storedFeed, storedSchedule, storedTimer } from '../../support/worker/stored';
import { world } from '../../support/worker/world';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ANOTHER = { id: 'site', code: 'SITE', name: 'Novo site' };
const estimate = async () => shownEstimate(await storedTimer());

/** The first round is over, in which only the project meets the fault. */
async function connected(fault: Fault | null = null) {
  const { olie } = await world({ services: ['olie'] });
  if (fault !== null) olie.fail(onProjects(fault));
  await runBackground();
  return olie;
}

/** So much time passes, and then the user asks. */
async function later(ms: number) {
  goOn(ms);
  await roundAfter(() => sendFromPage({ kind: 'refresh', asker: 'user' }));
}

describe('an account that may not see it', () => {
  const faults: [string, Fault][] = [
    ['403', { status: 403, body: { message: 'This action is unauthorized.' } }],
    ['404', { status: 404, body: { message: 'Not Found' } }],
    ['another document', { status: 200, body: { response: true, project: { id: 'x' } } }],
  ];
  test.each(faults)(
    '%s: is asked about again the next day, and the hour after that',
    async (_, fault) => {
      const olie = await connected(fault);
      expect(await estimate()).toBeNull();
      olie.fail(null);
      await later(24 * HOUR_MS - 1000);
      expect(olie.requests).toHaveLength(2);
      expect(olie.aside).toHaveLength(1);
      await later(1000);
      expect(olie.aside).toHaveLength(2);
      expect(await estimate()).not.toBeNull();
      await later(HOUR_MS);
      expect(olie.aside).toHaveLength(3);
    },
  );

  test('that a proxy refuses, not Olie, keeps the estimate that it saw before', async () => {
    const olie = await connected();
    olie.fail(onProjects({ status: 403, body: '<html>Forbidden</html>' }));
    await later(HOUR_MS);
    expect(olie.aside).toHaveLength(2);
    expect((await look()).popup).toContain('11:35 of 16:00 h expected');
  });

  test('loses the estimate that it saw before', async () => {
    const olie = await connected();
    olie.fail(onProjects({ status: 403, body: {} }));
    await later(HOUR_MS);
    expect(olie.aside).toHaveLength(2);
    expect((await look()).html).not.toContain('data-estimate');
  });
});

describe('a pause that the host asks for', () => {
  const slow: Fault = {
    status: 429,
    headers: { 'Retry-After': '600' },
    body: { message: 'Slow.' },
  };

  test('holds for the timer, which has not failed', async () => {
    const olie = await connected(slow);
    const { failure } = await storedFeed();
    expect(failure).toBeNull();
    expect((await storedSchedule()).failures).toBe(0);
    await later(10 * MINUTE_MS - 1000);
    await roundAfter(() => nextAlarm());
    expect(olie.requests).toHaveLength(1);
    await later(MINUTE_MS);
    expect(olie.requests).toHaveLength(2);
    expect(olie.aside).toHaveLength(1);
  });

  test('is not made of a 429 without Retry-After', async () => {
    const olie = await connected({ status: 429 });
    await later(MINUTE_MS);
    expect(olie.requests).toHaveLength(2);
  });
});

test('a silent answer holds back neither the timer nor the badge', async () => {
  const olie = await connected();
  olie.fail(onProjects('silent'));
  olie.start({ project: ANOTHER });
  goOn(MINUTE_MS);
  const waits = atNextRequest(olie.aside, async () => undefined);
  const round = sendFromPage({ kind: 'refresh', asker: 'user' });
  await waits;
  await until(async () => (await storedTimer()).current?.projectId === 'site', 'the timer');
  await until(async () => (await shownBadge()).text === '1m', 'the badge');
  await olie.pause();
  await round;
  expect((await storedFeed()).failure).toBeNull();
});

test('an unknown error is reported, and the known estimate stays', async () => {
  await connected();
  const known = await estimate();
  const error = new RangeError('unknown');
  const reported = vi.spyOn(console, 'error').mockReturnValue();
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    url.includes('/projects/') ? Promise.reject(error) : fetch(url, init),
  );
  await later(HOUR_MS);
  expect(reported).toHaveBeenCalledWith(error);
  expect(await estimate()).toEqual(known);
  expect(known).toMatchObject({ elapsedS: 38_140 });
  expect((await storedFeed()).failure).toBeNull();
});

test("without a Date, the estimate is of now on the server's clock", async () => {
  const { olie } = await world({ services: ['olie'], started: true, computerAheadMs: HOUR_MS });
  olie.sendDate(null);
  olie.start({ project: ANOTHER });
  await later(MINUTE_MS);
  expect(await estimate()).toMatchObject({
    projectId: 'site',
    answeredAtMs: BEGIN_MS + MINUTE_MS,
  });
});
