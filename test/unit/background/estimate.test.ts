/** What is expected on the running project, asked beside the timer by the real background over real HTTP. */
import { describe, expect, test } from 'vitest';
import { shownEstimate } from '../../../lib/core/olie/estimate';
import { look } from '../../support/faults/seen';
import { BEGIN_MS, goOn, setClock } from '../../support/worker/clock';
import { sendFromPage } from '../../support/worker/fake-messages';
import { roundAfter, runBackground, startWorker } from '../../support/worker/rounds';
import { storedTimer } from '../../support/worker/stored';
import { world } from '../../support/worker/world';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const PROJECT_ID = '019c2ffd-f4e9-709f-ae34-d4d149e3585d';
const ANOTHER = { id: 'site', code: 'SITE', name: 'Novo site' };

async function connected() {
  const { olie } = await world({ services: ['olie'], started: true });
  return olie;
}

/** So much time passes, and then the user asks. */
async function later(ms: number) {
  goOn(ms);
  await userAsks();
}

const userAsks = () => roundAfter(() => sendFromPage({ kind: 'refresh', asker: 'user' }));
const estimate = async () => shownEstimate(await storedTimer());
const asked = ({ path }: { path: string }) => path.split('/').at(-1);

test('the first round asks for the running project, after the timer', async () => {
  const olie = await connected();
  expect(olie.requests).toHaveLength(1);
  expect(olie.aside).toHaveLength(1);
  const [{ path, authorization, exactMs } = { path: '', authorization: '', exactMs: 0 }] =
    olie.aside;
  expect(path).toBe(`/api/management/projects/${PROJECT_ID}`);
  expect(authorization).toBe(`Bearer ${olie.token}`);
  expect(exactMs).toBeGreaterThan(olie.requests[0]?.exactMs ?? 0);
  expect(await estimate()).toEqual({
    projectId: PROJECT_ID,
    userId: '019c1e87-63f4-71dd-a4e3-6eaea0619c2f',
    answeredAtMs: BEGIN_MS,
    ...{ elapsedS: 38_140, expectedS: 57_600, expectedAmount: 800, hourlyRate: 50 },
    ...{ status: 'active', budget: 0 },
  });
  expect((await look()).popup).toContain('10:35 of 16:00 h expected · 800 expected at 50 an hour');
});

describe('it is asked again', () => {
  test('once an hour, also by a user who refreshes, and by a new worker', async () => {
    const olie = await connected();
    await later(HOUR_MS - 1000);
    await startWorker();
    expect(olie.aside).toHaveLength(1);
    await later(1000);
    expect(olie.aside).toHaveLength(2);
    expect(await estimate()).toMatchObject({ elapsedS: 41_740, answeredAtMs: BEGIN_MS + HOUR_MS });
    await later(HOUR_MS - 1000);
    expect(olie.aside).toHaveLength(2);
    await later(1000);
    expect(olie.aside).toHaveLength(3);
  });

  test('when the project changes', async () => {
    const olie = await connected();
    olie.start({ project: ANOTHER });
    await later(MINUTE_MS);
    expect(olie.aside.map(asked)).toEqual([PROJECT_ID, 'site']);
    expect(await estimate()).toMatchObject({ projectId: 'site', elapsedS: 60 });
  });

  test('not when another execution of the project starts, and its time goes on', async () => {
    const olie = await connected();
    goOn(5 * MINUTE_MS);
    olie.stop();
    await later(5 * MINUTE_MS);
    olie.start();
    await later(5 * MINUTE_MS);
    expect(olie.aside).toHaveLength(1);
    expect((await look()).popup).toContain('10:45 of 16:00 h expected');
  });

  test('after the clock was set back by days', async () => {
    const olie = await connected();
    setClock(-48 * HOUR_MS);
    await userAsks();
    expect(olie.aside).toHaveLength(2);
  });
});

describe('it is not asked', () => {
  test('while nothing runs', async () => {
    const { olie } = await world({ services: ['olie'] });
    olie.stop();
    await runBackground();
    await later(2 * HOUR_MS);
    expect(olie.requests).toHaveLength(2);
    expect(olie.aside).toHaveLength(0);
  });

  test('and not shown, while the account hides times', async () => {
    const olie = await connected();
    olie.set({ hidden_timers: true });
    await later(2 * HOUR_MS);
    expect(olie.aside).toHaveLength(1);
    expect((await look()).html).not.toContain('data-estimate');
  });

  test('if the timer itself was not answered', async () => {
    const olie = await connected();
    olie.fail({ status: 500 });
    await later(2 * HOUR_MS);
    expect(olie.aside).toHaveLength(1);
  });

  test('by a test of the connection', async () => {
    const { olie, connections } = await world({ services: ['olie'] });
    await runBackground();
    goOn(2 * HOUR_MS);
    const [connection] = connections;
    await sendFromPage({ kind: 'test', connection });
    expect(olie.requests).toHaveLength(2);
    expect(olie.aside).toHaveLength(1);
  });
});
