import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  refresh,
  refreshChanged,
  refreshSeen,
  refreshTold,
  tick,
} from '../../../entrypoints/background/refresh';
import type { runRound } from '../../../entrypoints/background/round';

/** The rounds in the order in which they began. */
const rounds: { asker: string; sinceMs: number; what: string[]; end: () => void }[] = [];
const signals: AbortSignal[] = [];
let isEndless = false;

vi.mock('../../../entrypoints/background/round', () => ({
  runRound: (...[request, , signal]: Parameters<typeof runRound>) =>
    new Promise<void>((end) => {
      const { asker, sinceMs, told = [], seen = [] } = request;
      rounds.push({ asker, sinceMs, what: [...told, ...seen], end });
      signals.push(signal);
      if (!isEndless) end();
    }),
}));

const askers = () => rounds.map(({ asker }) => asker);
const turns = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};
const endNext = async () => {
  rounds.at(-1)?.end();
  await turns();
};

beforeEach(async () => {
  vi.useFakeTimers({ now: 1_000, toFake: ['Date'] });
  isEndless = true;
  rounds.length = 0;
  signals.length = 0;
  return async () => {
    isEndless = false;
    for (const { end } of rounds) end();
    await turns();
    vi.useRealTimers();
  };
});

describe('whoever asks while a round runs', () => {
  test('gets one more round, all together, as the one of the highest rank', async () => {
    const first = refresh('alarm');
    vi.setSystemTime(2_000);
    const others = [refresh('popup'), refresh('user'), refresh('alarm')];
    await turns();
    expect(askers()).toEqual(['alarm']);
    await endNext();
    expect(askers()).toEqual(['alarm', 'user']);
    // The answers to the round that ran are good enough.
    expect(rounds[1]?.sinceMs).toBe(1_000);
    await endNext();
    await Promise.all([first, ...others]);
    expect(askers()).toHaveLength(2);
  });

  test('is content with the running round if it is the alarm', async () => {
    const running = refresh('user');
    const ticked = tick();
    await endNext();
    await Promise.all([running, ticked]);
    expect(askers()).toEqual(['user']);
  });
});

test('an alarm, what a service told and what the user saw begin a round of their own', async () => {
  tick();
  await endNext();
  refreshTold('told');
  await endNext();
  refreshSeen(['seen']);
  await endNext();
  expect(rounds.map(({ asker, what }) => [asker, ...what])).toEqual([
    ['alarm'],
    ['alarm', 'told'],
    ['popup', 'seen'],
  ]);
});

describe('a change of the connections', () => {
  test('stops the round that runs, has its own, and lets the alarm ask what that one was waiting for', async () => {
    refresh('popup');
    const changed = refreshChanged();
    expect(signals[0]?.aborted).toBe(true);
    await endNext();
    expect(askers()).toEqual(['popup', 'user']);
    await endNext();
    await changed;
    expect(askers()).toEqual(['popup', 'user', 'alarm']);
  });

  test('has one round where none runs', async () => {
    const changed = refreshChanged();
    await endNext();
    await changed;
    await turns();
    expect(askers()).toEqual(['user']);
  });
});
