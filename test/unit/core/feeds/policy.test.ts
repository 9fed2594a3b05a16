import { expect, test } from 'vitest';
import { FAILURE_KINDS, failure } from '../../../../lib/core/feeds/failure';
import { isForUser, NEXT_TRY } from '../../../../lib/core/feeds/policy';

test('only a permission, a refused token and an unknown id wait for the user', () => {
  const waiting = FAILURE_KINDS.filter((kind) => isForUser(failure(kind)));
  expect(waiting).toEqual(['permission', 'token-refused', 'unknown-id']);
});

test('the next alarm asks again only after being offline; what may pass by itself is asked after a delay', () => {
  const kinds = (next: string) => FAILURE_KINDS.filter((kind) => NEXT_TRY[kind] === next);
  expect(kinds('alarm')).toEqual(['offline']);
  expect(kinds('delay')).toEqual([
    ...['network', 'timeout', 'intercepted', 'too-many-requests', 'server-error'],
    ...['refused', 'unexpected-answer', 'storage'],
  ]);
});
