import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refresh } from '../../../entrypoints/background/refresh';
import { tick } from '../../../entrypoints/background/tick';
import { nextAlarm, shownAlarm, shownBadge } from '../../support/fake-browser';
import { beginLife, connect, goOn } from '../../support/life';

/** A timer that was set to begin at 21:18:00, and an install whose place is half a minute later (hexadecimal 7530). */
async function onTheMinute() {
  const olie = await beginLife();
  await connect(olie, { id: '7530' });
  goOn(6_000);
  olie.start();
  goOn(1_000);
  await refresh('user');
  return olie;
}

const time = (ms: number | undefined) => ms && new Date(ms).toISOString().slice(11, 19);

test('a timer that began on the whole minute turns there, and asks at a place of its own', async () => {
  const olie = await onTheMinute();
  const waits: number[] = [];
  for (const { text, asked } of [
    { text: '1m', asked: '21:19:30' },
    { text: '2m', asked: '21:20:30' },
    { text: '3m', asked: '21:21:30' },
  ]) {
    const before = olie.requests.length;
    await nextAlarm();
    await tick(async (ms) => {
      expect((await shownBadge()).text).toBe(text);
      expect(olie.requests).toHaveLength(before);
      waits.push(ms);
      goOn(ms);
    });
    expect(olie.requests).toHaveLength(before + 1);
    expect(time(olie.requests.at(-1)?.atMs)).toBe(asked);
  }
  expect(waits).toEqual([20_000, 9_600, 20_000, 9_600, 20_000, 9_600]);
});

test('while it waits it calls the browser after each piece, which is shorter than what browsers take for idleness', async () => {
  await onTheMinute();
  await nextAlarm();
  const calls = vi.spyOn(fakeBrowser.alarms, 'get');
  const before: number[] = [];
  await tick(async (ms) => {
    before.push(calls.mock.calls.length);
    goOn(ms);
  });
  const [first = 0, second = 0] = before;
  expect(second).toBe(first + 1);
});

test('a worker that is stopped whenever it waits asks with the third alarm', async () => {
  const olie = await onTheMinute();
  const asked: number[] = [];
  for (let index = 0; index < 6; index += 1) {
    const before = olie.requests.length;
    await nextAlarm();
    await new Promise<void>((stopped, reject) => {
      tick(() => {
        stopped();
        return new Promise(() => {});
      }).catch(reject);
    });
    asked.push(olie.requests.length - before);
  }
  expect(asked).toEqual([0, 0, 1, 0, 0, 1]);
});

test('once it has stopped, its alarm leaves the whole minute, and asks at once', async () => {
  const olie = await onTheMinute();
  olie.stop();
  await nextAlarm();
  await tick(async (ms) => goOn(ms));
  expect(time((await shownAlarm())?.scheduledTime)).toBe('21:20:30');
  await nextAlarm();
  await tick(() => Promise.reject(new Error('It waited')));
  expect(time(olie.requests.at(-1)?.atMs)).toBe('21:20:30');
});

test('any other timer asks at its own turn', async () => {
  const olie = await beginLife();
  await connect(olie, { id: '7530' });
  await refresh('user');
  for (let index = 0; index < 3; index += 1) {
    await nextAlarm();
    await tick(() => Promise.reject(new Error('It waited')));
  }
  expect(olie.requests.map(({ atMs }) => time(atMs))).toEqual(['21:17:54', '21:18:59', '21:19:59']);
});
