import { expect, test } from 'vitest';
import { nextVersion } from '../../../../tools/release/version';

test.each([
  ['0.1.9', 'patch', '0.1.10'],
  ['0.1.9', 'minor', '0.2.0'],
  ['0.1.9', 'major', '1.0.0'],
  ['0.1.9', '0.1.10', '0.1.10'],
  ['0.9.0', '0.10.0', '0.10.0'],
  ['9.9.9', '10.0.0', '10.0.0'],
  ['0.1.9', '0.1.9', null],
  ['0.1.9', '0.0.99', null],
  ['0.10.0', '0.9.0', null],
  ['1.0.0', '0.99.99', null],
  ['0.1.9', '', null],
  ['0.1.9', 'small', null],
  ['0.1.9', 'v0.2.0', null],
  ['0.1.9', '0.2', null],
  ['0.1.9', '0.2.0-beta', null],
  ['0.1.9', '0.2.0; ls', null],
  ['0.1.9', '0.2.0.1', null],
])('%s, %j: %s', (version, bump, next) => {
  expect(nextVersion(version, bump)).toBe(next);
});
