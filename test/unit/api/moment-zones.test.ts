import { describe, expect, test, vi } from 'vitest';
import { readMoment } from '../../../lib/api/moment';

test('a name that is no zone is looked for once', async () => {
  // Another copy of the module has seen no zones.
  vi.resetModules();
  const { readMoment } = await import('../../../lib/api/moment');
  const format = vi.spyOn(Intl, 'DateTimeFormat');
  for (let index = 0; index < 3; index += 1) {
    expect(readMoment('2026-03-13 17:39:59 Nowhere/City')).toBeNull();
  }
  expect(format).toHaveBeenCalledTimes(1);
  format.mockRestore();
});

describe('an abbreviation is no zone: browsers have others in mind', () => {
  // Argentina, or Cairo; Acre, or Darwin; Britain, or Dhaka; Halifax, or Anchorage.
  test.each(['ART', 'ACT', 'BST', 'AST', 'IST', 'PST'])('%s', (zone) => {
    expect(readMoment(`2026-03-13 17:39:59 ${zone}`)).toBeNull();
  });

  test.each([
    ['EST', '2026-03-13T22:39:59Z'],
    ['CET', '2026-03-13T16:39:59Z'],
  ])('but %s is one everywhere', (zone, at) => {
    expect(readMoment(`2026-03-13 17:39:59 ${zone}`)).toBe(Date.parse(at));
  });
});
