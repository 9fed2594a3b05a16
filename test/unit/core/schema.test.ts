import { expect, test } from 'vitest';
import * as s from '../../../lib/core/schema';

const schema = s.object({
  name: s.string(),
  sizes: s.array(s.nullable(s.number())),
  kind: s.oneOf(['big', 'small']),
  isNew: s.boolean(),
  rest: s.unknown(),
  open: s.looseObject({ a: s.number() }),
  step: s.oneOf([30, 'auto']),
  id: s.readText((text) =>
    text.length > 2 ? { ok: true, value: text.trim() } : { ok: false, error: 'idTooShort' },
  ),
});
const good = {
  name: 'x',
  sizes: [1, null],
  kind: 'big',
  isNew: true,
  rest: { any: 1 },
  open: { a: 1, b: 2 },
  step: 30,
  id: 'abc',
};

test('what fits is passed on, without the fields that nobody named but where they are kept', () => {
  expect(s.safeParse(schema, { ...good, more: 1 })).toMatchObject({ success: true, data: good });
  expect(s.safeParse(schema, { ...good, more: 1 }).data).not.toHaveProperty('more');
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
  { ...good, step: '30' },
  { ...good, id: 7 },
  { ...good, id: 'ab' },
  { ...good, sizes: [1e300] },
  { ...good, sizes: [-2.7e14] },
  ...Object.keys(good)
    .filter((name) => name !== 'rest')
    .map((name) => ({ ...good, [name]: undefined })),
  ...Object.keys(good)
    .filter((name) => name !== 'rest')
    .map((name) => Object.fromEntries(Object.entries(good).filter(([other]) => other !== name))),
])('what does not fit is refused: %j', (value) => {
  expect(s.safeParse(schema, value).success).toBe(false);
});

test('a text is as its reader has it; what the reader says against it is the message', () => {
  expect(s.safeParse(schema, { ...good, id: ' ab ' }).data).toMatchObject({ id: 'ab' });
  expect(s.safeParse(schema, { ...good, id: 'ab' })).toEqual({
    success: false,
    message: 'idTooShort',
  });
});
