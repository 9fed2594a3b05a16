import { expect, test, vi } from 'vitest';
import { readMoment } from '../../../lib/api/moment';

test('a name that is no zone is looked for once', () => {
  const format = vi.spyOn(Intl, 'DateTimeFormat');
  for (let index = 0; index < 3; index += 1) {
    expect(readMoment('2026-03-13 17:39:59 BRT')).toBeNull();
  }
  expect(format).toHaveBeenCalledTimes(1);
  format.mockRestore();
});
