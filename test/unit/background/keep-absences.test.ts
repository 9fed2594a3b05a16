import { expect, test, vi } from 'vitest';
import { absencesKept, keepAbsences } from '../../../entrypoints/background/keep-absences';
import { saveAbsences } from '../../../lib/browser/absences-storage';

vi.mock('../../../lib/browser/absences-storage');

const absence = (connectionId: string, fromMs: number) => ({ connectionId, fromMs, toMs: 9 });
const [first, other, third] = [absence('a', 1), absence('b', 2), absence('a', 3)] as const;

test('absences of one account are written at a time, and then taken off the list', async () => {
  const order: string[] = [];
  vi.mocked(saveAbsences).mockImplementation(async () => void order.push('written'));
  const forget = vi.fn(async () => void order.push('taken off the list'));
  keepAbsences([first, other, third], forget);
  await absencesKept();
  expect(saveAbsences).toHaveBeenCalledExactlyOnceWith('a', [
    { fromMs: 1, toMs: 9 },
    { fromMs: 3, toMs: 9 },
  ]);
  expect(forget).toHaveBeenCalledExactlyOnceWith([first, third]);
  expect(order).toEqual(['written', 'taken off the list']);
});

test('while they are being written, no other ones are, and whoever waits for it does wait', async () => {
  let written = () => {};
  vi.mocked(saveAbsences).mockReturnValueOnce(
    new Promise((resolve) => {
      written = resolve;
    }),
  );
  const order: string[] = [];
  keepAbsences([first], async () => void order.push('taken off the list'));
  keepAbsences([other], () => expect.fail('It is written in the next round.'));
  const waiting = absencesKept().then(() => order.push('waited'));
  expect(saveAbsences).toHaveBeenCalledOnce();
  written();
  await waiting;
  expect(order).toEqual(['taken off the list', 'waited']);
});

test('without absences, nothing is written, and nothing fails', async () => {
  keepAbsences([], () => expect.fail('There is nothing to forget.'));
  await absencesKept();
  expect(saveAbsences).not.toHaveBeenCalled();
});
