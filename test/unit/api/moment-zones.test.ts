import { expect, test, vi } from 'vitest';

test('a name that is no zone is looked for once', async () => {
  // Another copy of the module has seen no zones.
  vi.resetModules();
  const { readMoment } = await import('../../../lib/api/moment');
  const format = vi.spyOn(Intl, 'DateTimeFormat');
  for (let index = 0; index < 3; index += 1) {
    expect(readMoment('2026-03-13 17:39:59 BRT')).toBeNull();
  }
  expect(format).toHaveBeenCalledTimes(1);
  format.mockRestore();
});
