import { expect, test } from 'vitest';
import { FAILURE_KINDS, failure } from '../../../../lib/core/feeds/failure';
import { isForUser } from '../../../../lib/core/feeds/policy';

test('only a permission, a refused token and an unknown id wait for the user', () => {
  const waiting = FAILURE_KINDS.filter((kind) => isForUser(failure(kind)));
  expect(waiting).toEqual(['permission', 'token-refused', 'unknown-id']);
});
