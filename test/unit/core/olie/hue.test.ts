import { expect, test } from 'vitest';
import { hueOf } from '../../../../lib/core/olie/hue';

test('the same id has the same hue in every version', () => {
  expect(hueOf('019c2ffd-f4e9-709f-ae34-d4d149e3585d')).toBe(343);
  expect(hueOf('')).toBe(61);
});

test('ids that differ in one character differ visibly', () => {
  const hues = ['project-1', 'project-2', 'project-3', 'project-4'].map(hueOf);
  expect(new Set(hues).size).toBe(4);
});

test('a hue is whole degrees from 0 to 359, whatever the id contains', () => {
  for (const id of ['', 'a', '7', 'ção', '🙂', 'x'.repeat(10_000)]) {
    const hue = hueOf(id);
    expect(Number.isInteger(hue) && hue >= 0 && hue < 360, `${hue} of ${id.slice(0, 9)}`).toBe(
      true,
    );
  }
});
