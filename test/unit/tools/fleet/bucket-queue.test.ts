import { expect, test } from 'vitest';
import { bucketQueue } from '../../../../tools/fleet/bucket-queue';

/** All that is due before that second, in order. */
function takeAll(queue: ReturnType<typeof bucketQueue>, untilSecond: number): number[] {
  const taken: number[] = [];
  for (let id = queue.take(untilSecond); id >= 0; id = queue.take(untilSecond)) taken.push(id);
  return taken;
}

test('who is due sooner comes sooner, and within a second who came first', () => {
  const queue = bucketQueue(6, 100);
  queue.add(4, 50.9);
  queue.add(0, 7);
  queue.add(5, 50.1);
  queue.add(2, 99.999);
  queue.add(1, 7.5);
  expect(takeAll(queue, 100)).toEqual([0, 1, 4, 5, 2]);
});

test('only what is due before the given second is taken; the rest waits', () => {
  const queue = bucketQueue(3, 100);
  queue.add(0, 9.9);
  queue.add(1, 10);
  expect(takeAll(queue, 10)).toEqual([0]);
  queue.add(2, 11);
  expect(takeAll(queue, 12)).toEqual([1, 2]);
  expect(queue.take(100)).toBe(-1);
});

test('what lies after the end never comes, what lies in the past comes now', () => {
  const queue = bucketQueue(3, 100);
  queue.add(0, 40);
  expect(queue.take(100)).toBe(0);
  queue.add(0, 100);
  queue.add(1, 3);
  queue.add(2, 40);
  expect(takeAll(queue, 100)).toEqual([1, 2]);
});

test('who was taken may wait again, also for the same second', () => {
  const queue = bucketQueue(2, 100);
  queue.add(0, 5);
  queue.add(1, 5);
  expect(queue.take(100)).toBe(0);
  queue.add(0, 5);
  expect(takeAll(queue, 100)).toEqual([1, 0]);
});

test('a thousand come in the order of their seconds', () => {
  const queue = bucketQueue(1000, 500);
  const seconds = Array.from({ length: 1000 }, (_, id) => (id * 7919) % 500);
  for (const [id, second] of seconds.entries()) queue.add(id, second);
  const taken = takeAll(queue, 500).map((id) => seconds[id]);
  expect(taken).toEqual(seconds.toSorted((a, b) => a - b));
});
