import { describe, expect, test } from 'vitest';
import { addressWithoutSecrets, parseWithoutSecrets } from '../../../lib/api/without-secrets';

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

test('a token of digits is left out, also as a number', () => {
  const json = '{"said":123456789,"other":1234567}';
  expect(parseWithoutSecrets(json, ['12345678'])).toEqual({ other: 1_234_567 });
});

test('beside a secret, fields of any name stay as they are', () => {
  const json = `{"said":"${SECRET}","in":{"toString":1,"list":[{"valueOf":null}]}}`;
  expect(parse(json)).toEqual({ in: { toString: 1, list: [{ valueOf: null }] } });
});

test('an address has no secrets, and is otherwise the same', () => {
  const url = `https://b3os.test/v1/exe_1?token=${encodeURIComponent(SECRET)}&page=2`;
  const cleaned = 'https://b3os.test/v1/exe_1?token=&page=2';
  expect(addressWithoutSecrets(url, ['', SECRET])).toBe(cleaned);
  expect(addressWithoutSecrets(cleaned, ['', SECRET])).toBe(cleaned);
});

test('undefined if it is too deep to look for a secret in it', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect(parse(`{"deep":${deep},"said":"${SECRET}"}`)).toBeUndefined();
  expect(parse(`{"deep":${deep}}`)).toBeDefined();
});

test('undefined if it is not JSON', () => {
  expect(parse('<html>')).toBeUndefined();
  expect(parse(`{"cut":"${SECRET}`)).toBeUndefined();
});
