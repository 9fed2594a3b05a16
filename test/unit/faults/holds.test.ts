import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { B3osConnection } from '../../../lib/core/b3os/b3os';
import { annotate, look } from '../../support/faults/seen';
import { b3osConnection } from '../../support/stand-ins/connections';
import { SERVICES } from '../../support/stand-ins/stand-ins';
import { alarms, nextRoundOf, roundAfter } from '../../support/worker/rounds';
import { storedConnections, storedFeeds } from '../../support/worker/stored';
import { anotherB3os, askedFor, connect, world } from '../../support/worker/world';

const TEN_MINUTES = { status: 429, headers: { 'Retry-After': '600' }, body: {} };

async function watchAlso(connections: B3osConnection[]): Promise<void> {
  const connected = await storedConnections();
  await roundAfter(() => connect([...connected, ...connections]));
}

test('a 429 for one workflow pauses all workflows of its host and no others', async ({ task }) => {
  const { b3os: pausing, olie } = await world({ services: SERVICES, started: true });
  const other = await anotherB3os();
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  await watchAlso([
    ...names.map((name) => b3osConnection(pausing, name)),
    b3osConnection(other, 'other'),
  ]);
  await nextRoundOf('b3os');
  expect(new Set(askedFor(pausing))).toEqual(new Set(['order_0', ...names]));
  pausing.fail((_, { path }) => (path.includes('/order_0?') ? TEN_MINUTES : null));
  await nextRoundOf('b3os');
  await annotate(task, 'b3os', await look('b3os'));
  const { order_0: first, f: last } = await storedFeeds();
  expect(first?.failure).toMatchObject({ kind: 'too-many-requests', retryAfterS: 600 });
  expect(last?.failure).toBeNull();

  const [pausingBefore, otherBefore, olieBefore] = [pausing, other, olie].map(
    ({ requests }) => requests.length,
  );
  await alarms(9);
  expect(pausing.requests).toHaveLength(pausingBefore ?? 0);
  expect(other.requests).toHaveLength((otherBefore ?? 0) + 9);
  expect(olie.requests).toHaveLength((olieBefore ?? 0) + 9);

  pausing.fail(null);
  await alarms(2);
  expect(new Set(askedFor(pausing).slice(pausingBefore))).toEqual(new Set(['order_0', ...names]));
  const failures = Object.values(await storedFeeds()).map(({ failure }) => failure);
  expect(new Set(failures)).toEqual(new Set([null]));
  expect(await fakeBrowser.action.getBadgeText({})).toBe('51m');
});
