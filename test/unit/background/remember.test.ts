import { expect, test, vi } from 'vitest';
import { refresh } from '../../../entrypoints/background/refresh';
import { remembered } from '../../../entrypoints/background/remember';
import { loadAllRecords, loadPersons } from '../../../lib/browser/history-storage';
import { olieConnection } from '../../support/stand-ins/connections';
import { BEGIN_MS, goOn } from '../../support/worker/clock';
import { storedDays } from '../../support/worker/history';
import { answerOf, askAfter, rememberedEvening } from '../../support/worker/remembered-evening';
import { connect, world } from '../../support/worker/world';

const MINUTE_MS = 60_000;
const MIDNIGHT_MS = Date.parse('2026-03-14T03:00:00Z');

/** How often the history was written by what `act` does. */
async function writesOf(act: () => Promise<unknown>): Promise<number> {
  const written = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await act();
  await remembered();
  const { calls } = written.mock;
  written.mockRestore();
  return calls.length;
}

test('the first answer is in the history, with whom it is of', async () => {
  const { olie } = await rememberedEvening();
  expect(await loadPersons()).toEqual([
    {
      id: `${olie.url} ${answerOf(olie).recent_executions[0]?.user_id}`,
      name: 'Test User',
      connectionId: olieConnection(olie).id,
      seenAtMs: BEGIN_MS,
    },
  ]);
  const [friday] = await storedDays('2026-03-13', '2026-03-13');
  expect(friday).toMatchObject({ totalS: 38_140, idleS: 27_734, isUnknown: false });
  expect(friday?.parts.map(({ session: { isRunning }, seconds }) => [isRunning, seconds])).toEqual([
    [true, 2275],
    [false, 16_701],
    [false, 19_164],
  ]);
});

test('a timer that is the first of the user has its history at once', async () => {
  const { olie } = await world({ services: ['olie'] });
  olie.set({ recent_executions: [] });
  await refresh('user');
  await remembered();
  expect(await loadPersons()).toMatchObject([{ name: 'Test User' }]);
  const [friday] = await storedDays('2026-03-13', '2026-03-13');
  expect(friday?.parts.map(({ session }) => session.isRunning)).toEqual([true]);
});

test('a workflow that ended, connected before the timer, does not hold up the history', async () => {
  const { olie, b3os, connections } = await world();
  await connect(connections.filter(({ kind }) => kind !== 'zaia').reverse());
  b3os.advance('order_0', 'workflow_succeeded');
  await refresh('user');
  await remembered();
  goOn(MINUTE_MS);
  olie.stop();
  await refresh('user');
  const [friday] = await storedDays('2026-03-13', '2026-03-13');
  expect(friday?.totalS).toBe(38_200);
});

test('a round in which nothing but time is new writes nothing for five minutes', async () => {
  await rememberedEvening();
  expect(await writesOf(() => askAfter(4 * MINUTE_MS))).toBe(0);
  expect(await writesOf(() => askAfter(2 * MINUTE_MS))).toBe(1);
  const [friday] = await storedDays('2026-03-13', '2026-03-13');
  expect(friday?.totalS).toBe(38_140 + 360);
});

test('an answer that was not written by itself counts for when the browser was there', async () => {
  await rememberedEvening();
  expect(await writesOf(() => askAfter(4.5 * MINUTE_MS))).toBe(0);
  await askAfter(13 * MINUTE_MS);
  const [friday] = await storedDays('2026-03-13', '2026-03-13');
  expect(friday?.unwatched.map(({ toMs }) => toMs)).toEqual([BEGIN_MS]);
});

test('what is new is written at once, in one transaction', async () => {
  const { olie } = await rememberedEvening();
  goOn(MINUTE_MS);
  olie.stop();
  expect(await writesOf(() => refresh('user'))).toBe(1);
  const [friday] = await storedDays('2026-03-13', '2026-03-13');
  expect(friday?.totalS).toBe(38_200);
  expect(friday?.parts.some((part) => part.session.isRunning)).toBe(false);
});

test('a session that was deleted in Olie goes', async () => {
  const { olie } = await rememberedEvening();
  const [kept] = answerOf(olie).recent_executions;
  const totalS = 38_140 - 19_164 + 60;
  olie.set({ recent_executions: [kept], total_time: totalS, idle_time: 65_934 - totalS });
  await askAfter(MINUTE_MS);
  const [friday] = await storedDays('2026-03-13', '2026-03-13');
  expect(friday?.totalS).toBe(totalS);
  expect(friday?.parts).toHaveLength(2);
});

test('at midnight the day that ends is kept to its last answer, and the next begins', async () => {
  const { olie } = await rememberedEvening();
  goOn(MIDNIGHT_MS - BEGIN_MS - 90_000);
  await refresh('user');
  await remembered();
  await askAfter(60_000);
  goOn(60_000);
  olie.startDay(MIDNIGHT_MS);
  await refresh('user');
  const [friday, saturday] = await storedDays('2026-03-13', '2026-03-14');
  const restS = (MIDNIGHT_MS - BEGIN_MS) / 1000;
  expect(friday).toMatchObject({ totalS: 38_140 + restS, isPartial: false });
  expect(saturday).toMatchObject({ totalS: 30, isPartial: false });
});

test('of what stopped unseen at midnight, all that was confirmed before counts', async () => {
  const { olie } = await rememberedEvening();
  goOn(MIDNIGHT_MS - BEGIN_MS - 90_000);
  await refresh('user');
  await remembered();
  expect(await writesOf(() => askAfter(60_000))).toBe(0);
  goOn(60_000);
  olie.set({ current_execution: null, recent_executions: [], total_time: 0, idle_time: 30 });
  await refresh('user');
  const [friday] = await storedDays('2026-03-13', '2026-03-13');
  const countedS = (MIDNIGHT_MS - BEGIN_MS) / 1000 - 30;
  expect(friday).toMatchObject({ totalS: 38_140 + countedS, isPartial: false });
});

test('another account at the same address has a history of its own', async () => {
  const { olie } = await rememberedEvening();
  const other = (row: object) => ({ ...row, user_id: 'u-2', user: { id: 'u-2', name: 'Other' } });
  const { recent_executions: rows, current_execution: running } = answerOf(olie);
  olie.set({ recent_executions: rows.map(other), current_execution: other(running) });
  await connect([{ ...olieConnection(olie), id: 'another' }]);
  await refresh('user');
  await remembered();
  expect(
    (await loadPersons()).map(({ name, connectionId }) => [name, connectionId]).sort(),
  ).toEqual([
    ['Other', 'another'],
    ['Test User', olieConnection(olie).id],
  ]);
});

test('the last answer before midnight stays with whom it named, if the same connection tells of another', async () => {
  const { olie } = await rememberedEvening();
  await askAfter(MIDNIGHT_MS - BEGIN_MS - MINUTE_MS);
  goOn(2 * MINUTE_MS);
  olie.startDay(MIDNIGHT_MS);
  const { current_execution: running } = answerOf(olie);
  const other = { ...running, user_id: 'u-2', user: { id: 'u-2', name: 'Other' } };
  olie.set({ current_execution: other, recent_executions: [] });
  await refresh('user');
  await remembered();
  const [last] = await loadPersons();
  expect(last?.name).toBe('Other');
  const { days } = await loadAllRecords(last?.id ?? '');
  expect(days.map(({ date }) => date)).toEqual(['2026-03-14']);
});

test('an answer that names nobody is of whom the connection told before', async () => {
  const { olie } = await rememberedEvening();
  olie.set({ current_execution: null, recent_executions: [], total_time: 0, idle_time: 65_934 });
  await askAfter(MINUTE_MS);
  expect(await loadPersons()).toHaveLength(1);
  expect((await storedDays('2026-03-13', '2026-03-13'))[0]).toMatchObject({ totalS: 0, parts: [] });
});
