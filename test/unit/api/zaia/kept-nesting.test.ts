import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { client } from '../../../../lib/api/zaia/client';
import type { ZaiaConnection } from '../../../../lib/core/zaia/zaia';
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

test('a nesting is asked for once in 60 s', async () => {
  const connection: ZaiaConnection = {
    id: crypto.randomUUID(),
    kind: 'zaia',
    address: zaia.url,
    token: zaia.apiKey,
    responderIds: [],
    show: 10,
  };
  const open = () => client.detail?.(connection, 'nesting', NESTED);
  const first = await open();
  vi.setSystemTime(Date.now() + 59_000);
  expect(await open()).toEqual(first);
  expect(zaia.requests).toHaveLength(1);
  vi.setSystemTime(Date.now() + 2_000);
  await open();
  expect(zaia.requests).toHaveLength(2);
});
