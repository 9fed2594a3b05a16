import { expect, test } from 'vitest';
import { loadWarning } from '../../../../tools/bench/machine';

test.each([
  [0, false],
  [1.5, false],
  [1.51, true],
])('a load of %s before the first figure is worth a warning: %s', (load, warns) => {
  expect(loadWarning(load) !== null).toBe(warns);
});
