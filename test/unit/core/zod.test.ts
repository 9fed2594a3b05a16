import { expect, test } from 'vitest';
import { config } from 'zod/v4/core';
import * as z from '../../../lib/core/zod';

const schema = z.object({
  name: z.string(),
  sizes: z.array(z.nullable(z.number())),
  kind: z.oneOf(['big', 'small']),
  isNew: z.boolean(),
  rest: z.unknown(),
  open: z.looseObject({ a: z.number() }),
});
const good = {
  name: 'x',
  sizes: [1, null],
  kind: 'big',
  isNew: true,
  rest: { any: 1 },
  open: { a: 1, b: 2 },
};

test('zod compiles nothing: extension pages forbid eval', () => {
  expect(config().jitless).toBe(true);
});

test('what fits is passed on, without the fields that nobody named but where they are kept', () => {
  expect(z.safeParse(schema, { ...good, more: 1 })).toMatchObject({ success: true, data: good });
  expect(z.safeParse(schema, { ...good, more: 1 }).data).not.toHaveProperty('more');
});

test.each([
  null,
  'x',
  [],
  { ...good, name: 1 },
  { ...good, sizes: null },
  { ...good, sizes: ['1'] },
  { ...good, sizes: [Number.NaN] },
  { ...good, kind: 'huge' },
  { ...good, isNew: 'yes' },
  { ...good, open: { b: 2 } },
])('what does not fit is refused: %j', (value) => {
  expect(z.safeParse(schema, value).success).toBe(false);
});
