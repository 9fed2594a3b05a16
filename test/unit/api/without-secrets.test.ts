import { describe, expect, test } from 'vitest';
import { parseWithoutSecrets } from '../../../lib/api/without-secrets';

const SECRET = '7f3|a/+9-and-more';
const parse = (json: string) => parseWithoutSecrets(json, ['', SECRET]);

describe('leaves out a text with the beginning of a secret', () => {
  test.each([
    SECRET,
    `Cannot GET /v1?token=${SECRET}`,
    `…${SECRET.slice(0, 8)}`,
    `?token=${encodeURIComponent(SECRET)}`,
    `?token=${encodeURIComponent(SECRET).toLowerCase()}`,
  ])('%s', (said) => {
    expect(parse(JSON.stringify({ said, other: 'kept' }))).toEqual({ other: 'kept' });
    expect(parse(JSON.stringify({ in: [said, 1, { said }] }))).toEqual({ in: [undefined, 1, {}] });
    expect(parse(JSON.stringify({ [said]: 1, other: 'kept' }))).toEqual({ other: 'kept' });
    expect(parse(JSON.stringify(said))).toBeUndefined();
  });

  test.each([
    ['with its slashes escaped, as PHP does', SECRET.replaceAll('/', '\\/')],
    ['with its signs escaped, as .NET does', SECRET.replaceAll('+', '\\u002B')],
    ['with all of it escaped', SECRET.replace(/./g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`)],
  ])('%s', (_, written) => {
    const json = `{"said":"${written}","other":"kept"}`;
    expect(JSON.parse(json).said).toBe(SECRET);
    expect(parse(json)).toEqual({ other: 'kept' });
  });
});

test.each([
  { said: SECRET.slice(0, 7) },
  { said: SECRET.slice(1), list: ['a\\b', null, 1, true] },
  {},
  [],
  'text',
])('leaves %j as it is', (body) => {
  expect(parse(JSON.stringify(body))).toEqual(body);
});

test('a token of fewer than six characters is no secret', () => {
  expect(parseWithoutSecrets('{"said":"a12345"}', ['a', 'a1234'])).toEqual({ said: 'a12345' });
  expect(parseWithoutSecrets('{"said":"a12345"}', ['a12345'])).toEqual({});
});

test('undefined if it is not JSON', () => {
  expect(parse('<html>')).toBeUndefined();
  expect(parse(`{"cut":"${SECRET}`)).toBeUndefined();
});
