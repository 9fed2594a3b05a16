import { expect, test } from 'vitest';
import { config, literal, object, safeParse } from '../../../lib/core/zod';

test('zod compiles nothing: extension pages forbid eval', () => {
  expect(config().jitless).toBe(true);
});

test('and parses all the same', () => {
  expect(safeParse(object({ a: literal(1) }), { a: 1 }).success).toBe(true);
  expect(safeParse(object({ a: literal(1) }), { a: 2 }).success).toBe(false);
});
