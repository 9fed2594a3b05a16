import { describe, expect, test } from 'vitest';
import { olieSpec, readAnything } from '../../../entrypoints/options/olie/olie-spec';
import { specFor } from '../../../entrypoints/options/zaia/zaia-spec';

const ID = 'a14afcbd-38b1-4b97-8950-02c09547611a';
const URL = `https://api.olie.ai/api/management/project-executions/${ID}`;
const filled = (values: object) => ({ values, placeholders: {} });

describe('anything that people copy is understood', () => {
  test.each([
    [
      'a curl command',
      `curl ${URL} -H 'Authorization: Bearer 12|aB'`,
      { address: 'https://api.olie.ai', token: '12|aB', executionId: ID },
    ],
    [
      'a command for something else of Olie',
      `curl https://api.olie.ai/api/me -H 'Authorization: Bearer 12|aB'`,
      { token: '12|aB' },
    ],
    ['an address', URL, { address: 'https://api.olie.ai', executionId: ID }],
    ['JSON', `{"token": "12|aB", "execution_id": "7"}`, { token: '12|aB', executionId: '7' }],
    ['an id', ` ${ID}\n`, { executionId: ID }],
    ['an id on two lines', `${ID.slice(0, 21)}\n${ID.slice(21)}`, { executionId: ID }],
    ['a number', '77', { executionId: '77' }],
    ['a token', '12|aBcd', { token: '12|aBcd' }],
    ['a long token', 'eyJhbGciOiJIUzI1NiJ9', { token: 'eyJhbGciOiJIUzI1NiJ9' }],
    ['a token of Base64', 'YWJjZGVm/Z2hpamtsbW5v==', { token: 'YWJjZGVm/Z2hpamtsbW5v==' }],
    ['a token with its scheme', 'Bearer abc', { token: 'abc' }],
    ['a header', 'Authorization: Bearer 12|aB', { token: '12|aB' }],
    ['a token in smart quotes', '“12|aBcd”', { token: '12|aBcd' }],
  ])('%s', (_, text, values) => {
    expect(readAnything(text)).toEqual(filled(values));
  });

  test.each([
    '',
    'hello',
    'my token is 12|aBcd efgh',
    'https://api.olie.ai',
    `curl '${URL}' -H 'Author`,
    `EXECUTION_ID=${ID}`,
    "curl https://api.github.com/user -H 'Authorization: Bearer ghp_abc'",
    'fetch("https://api.openai.com/v1", {headers: {Authorization: "Bearer sk-1"}})',
    '{"github": {"token": "ghp_1"}, "olie": {"token": "12|aB"}}',
    `project-executions/${ID}`,
    `api.olie.ai/api/management/project-executions/${ID}`,
    'joao.silva@empresa.com.br',
    '2026-03-13T20:39:59.000Z',
    'C:\\Users\\ana\\token-of-olie.txt',
    '{"OLIE_KEYS":"12|aBcdefghijklmnop"}',
  ])('not %j', (text) => {
    expect(readAnything(text)).toBeNull();
  });

  test('a placeholder alone is named', () => {
    expect(readAnything('Authorization: Bearer <token>')).toEqual({
      values: {},
      placeholders: { token: '<token>' },
    });
  });
});

describe("another service's address is refused where it stands", () => {
  const form = { address: 'https://api.b3os.org/', token: 'x', executionId: '7' };
  test('in the form of Olie', () => {
    const errors = { address: 'addressOfOther' };
    expect(olieSpec.check(form, null)).toEqual({ ok: false, errors });
    expect(olieSpec.check({ ...form, address: 'api.olie.ai' }, null)).toMatchObject({ ok: true });
  });

  test('a command for another service fills nothing, and names that service', () => {
    const curl =
      "curl 'https://api.b3os.org/v1/public/executions/e?token=ct' -H 'Authorization: Bearer k'";
    const nothing = { values: {}, placeholders: {}, other: { kind: 'b3os', serviceName: 'B3OS' } };
    expect(olieSpec.readPasted(curl)).toMatchObject(nothing);
    expect(specFor(undefined).readPasted(curl)).toMatchObject(nothing);
  });

  test.each([
    ['https://api.olie.ai', 'addressOfOther'],
    ['api.zaia.app', 'addressOlderZaia'],
  ])('in the form of Zaia: %s', (address, error) => {
    const zaia = specFor(undefined);
    expect(zaia.check({ ...zaia.fill(null), address, token: 'x' }, null)).toEqual({
      ok: false,
      errors: { address: error },
    });
  });
});

test('a command for Zaia fills its form', () => {
  const text = `curl 'https://api.endless.zaia.app/api/v1/executions?pageSize=10' -H 'authorization: zk_7'`;
  expect(specFor(undefined).readPasted(text)).toEqual(
    filled({ address: 'https://api.endless.zaia.app', token: 'zk_7' }),
  );
});

test.each(['b3sk_live_1', 'Bearer b3sk_live_1'])(
  "B3OS's key goes to no other service: %s",
  (token) => {
    const refused = { ok: false, errors: { token: 'keyOfB3os' } };
    expect(
      olieSpec.check({ address: 'https://api.olie.ai', token, executionId: '7' }, null),
    ).toEqual(refused);
    const zaia = specFor(undefined);
    expect(zaia.check({ ...zaia.fill(null), token }, null)).toEqual(refused);
  },
);
