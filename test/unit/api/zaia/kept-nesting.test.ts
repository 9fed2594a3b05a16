import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { client } from '../../../../lib/api/zaia/client';
import type { Nesting } from '../../../../lib/core/zaia/nesting';
import { zaiaConnection } from '../../../support/stand-ins/connections';
import { type StandInZaia, startStandInZaia } from '../../../support/stand-ins/zaia';

/** A run of the example that called others. */
const NESTED = '7d0c9b1e-2f43-4a53-9a0b-0b6f5d1f7a02';

let zaia: StandInZaia;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  zaia = await startStandInZaia();
});
afterEach(async () => {
  vi.useRealTimers();
  await zaia.close();
});

const connection = () => ({ ...zaiaConnection(zaia), id: crypto.randomUUID() });

test('a nesting is asked for once in 60 s', async () => {
  const own = connection();
  const open = () => client.detail?.(own, 'nesting', NESTED);
  const first = await open();
  vi.setSystemTime(Date.now() + 59_999);
  expect(await open()).toEqual(first);
  expect(zaia.requests).toHaveLength(1);
  vi.setSystemTime(Date.now() + 1);
  await open();
  expect(zaia.requests).toHaveLength(2);
});

test('each run has its own nesting, and so has each connection', async () => {
  const [own, other] = [connection(), connection()];
  const id = zaia.startRun();
  await client.detail?.(own, 'nesting', NESTED);
  expect(await client.detail?.(own, 'nesting', id)).toMatchObject({ nodes: [{ id }, {}, {}, {}] });
  await client.detail?.(other, 'nesting', NESTED);
  expect(zaia.requests).toHaveLength(3);
});

test('a nesting in which a run goes on is asked for each time', async () => {
  const own = connection();
  const id = zaia.startRun();
  const statuses = async () => {
    const nesting = await client.detail?.(own, 'nesting', id);
    return (nesting as Nesting).nodes.map(({ status }) => status);
  };
  expect(await statuses()).toContain('running');
  zaia.endRun(id);
  expect(await statuses()).not.toContain('running');
  expect(zaia.requests).toHaveLength(2);
});
