import { describe, expect, test } from 'vitest';
import { refresh } from '../../../entrypoints/background/refresh';
import { olieConnection } from '../../support/stand-ins/connections';
import { startStandInOlie } from '../../support/stand-ins/olie';
import { until } from '../../support/until';
import { BEGIN_MS, goOn } from '../../support/worker/clock';
import { storedFeed, storedSchedule } from '../../support/worker/stored';
import { connect, world } from '../../support/worker/world';

test('three askers at once are one request', async () => {
  const { olie } = await world({ services: ['olie'] });
  await Promise.all([refresh('alarm'), refresh('popup'), refresh('user'), refresh('alarm')]);
  expect(olie.requests).toHaveLength(1);
});

describe('who asks while a round runs that asks nothing gets one of their own', () => {
  test.each([
    { askers: ['alarm', 'alarm', 'user'], afterS: 5, requests: 1 },
    { askers: ['alarm', 'popup', 'user'], afterS: 5, requests: 1 },
    { askers: ['alarm', 'user', 'popup'], afterS: 5, requests: 1 },
    { askers: ['alarm', 'alarm', 'popup'], afterS: 5, requests: 0 },
    { askers: ['alarm', 'alarm', 'popup'], afterS: 12, requests: 1 },
    { askers: ['alarm', 'popup', 'alarm'], afterS: 12, requests: 1 },
  ] as const)(
    '$askers $afterS s after an answer: $requests',
    async ({ askers, afterS, requests }) => {
      const { olie } = await world({ services: ['olie'] });
      await refresh('user');
      goOn(afterS * 1000);
      await Promise.all(askers.map(refresh));
      expect(olie.requests.length - 1).toBe(requests);
    },
  );
});

test('who presses Refresh while a round runs gets its answers, and asks for nothing twice', async () => {
  const { olie, zaia } = await world({ services: ['olie', 'zaia'] });
  olie.fail('silent');
  const first = refresh('user');
  await until(() => zaia.requests.length === 1, 'the other service');
  goOn(3_000);
  const second = refresh('user');
  await olie.pause();
  await Promise.all([first, second]);
  expect(olie.requests).toHaveLength(1);
  expect(zaia.requests).toHaveLength(1);
});

test('an opened popup asks for what is older than 10 s', async () => {
  const { olie } = await world({ services: ['olie'] });
  await refresh('popup');
  goOn(9_000);
  await refresh('popup');
  expect(olie.requests).toHaveLength(1);
  goOn(1_000);
  await refresh('popup');
  expect(olie.requests).toHaveLength(2);
});

test('settings that change while a round runs are asked with in the next one', async () => {
  const { olie } = await world();
  const other = await startStandInOlie({ now: () => Date.now(), token: 'other' });
  olie.fail('silent');
  await connect([olieConnection(olie)]);
  const first = refresh('alarm');
  await until(() => olie.requests.length === 1, 'the first request');
  await connect([olieConnection(other, { id: 'second' })]);
  const second = refresh('alarm');
  await olie.pause();
  await Promise.all([first, second]);
  expect(other.requests).toHaveLength(1);
  expect(await storedFeed()).toMatchObject({ connectionId: 'second', failure: null });
  await other.close();
});

test('a request is claimed before it leaves: whoever is killed then asks again a round later', async () => {
  const { olie } = await world();
  olie.fail('silent');
  await connect([olieConnection(olie)]);
  const round = refresh('alarm');
  await until(() => olie.requests.length === 1, 'the request');
  expect(await storedSchedule()).toMatchObject({
    askedAtMs: BEGIN_MS,
    dueAtMs: BEGIN_MS + 30_000,
    failures: 0,
  });
  await olie.pause();
  await round;
});
