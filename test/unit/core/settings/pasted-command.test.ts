import { describe, expect, test } from 'vitest';
import { OLIE_PATH } from '../../../../lib/core/olie/olie';
import { pastedParameter, readPastedRequest } from '../../../../lib/core/settings/pasted-request';

const ID = 'a14afcbd-38b1-4b97-8950-02c09547611a';
const URL = `https://api.olie.ai/api/management/project-executions/${ID}`;
const all = { address: 'https://api.olie.ai', token: '12|aBc_d', executionId: ID };

describe('a command is read as its shell reads it', () => {
  const of = (header: string) => `curl '${URL}' -H ${header}`;
  test.each([
    ["$'…'", of("$'Authorization: Bearer a\\u0021b'"), 'a!b'],
    ["$'…' with an octal and a long number", of("$'Authorization: Bearer \\101\\U0000042'"), 'AB'],
    ["$'…' with a quote", of("$'Authorization: Bearer a\\'b'"), "a'b"],
    ['a caret in quotes', of("'Authorization: Bearer a^b'"), 'a^b'],
    ['a backslash in single quotes', of("'Authorization: Bearer a\\b'"), 'a\\b'],
    ['an escape in double quotes', of('"Authorization: Bearer a\\$b\\"c"'), 'a$b"c'],
    ["'a'\\''b'", of("'Authorization: Bearer a'\\''b'"), "a'b"],
    ['quotes side by side', of(`'Authorization: Bearer 'a"b"c`), 'abc'],
    ['an escaped blank', of('Authorization:\\ Bearer\\ ab'), 'ab'],
    ['a dash in place of a hyphen', `curl –X GET ‘${URL}’ —H “Authorization: Bearer ab”`, 'ab'],
    ['a dash before several options', `curl –sS ‘${URL}’ –H “Authorization: Bearer ab”`, 'ab'],
    ['a header that is attached', `curl '${URL}' -sH'Authorization: Bearer ab'`, 'ab'],
    ['a long option with =', `curl '${URL}' --header='Authorization: Bearer ab'`, 'ab'],
    ['the option for it', `curl '${URL}' --oauth2-bearer ab`, 'ab'],
    ['a caret from cmd', `curl ^"${URL}^" -H ^"Authorization: Bearer a^^b^"`, 'a^b'],
    ['a quote from cmd', `curl ^"${URL}^" -H ^"Authorization: Bearer a^\\^"b^"`, 'a"b'],
  ])('%s', (_, text, token) => {
    expect(readPastedRequest(text, OLIE_PATH)).toEqual({ ...all, token });
  });

  test.each([
    `curl '${URL}' -H 'Authorization: Bearer half`,
    `curl "${URL}" -H "Authorization: Bearer half`,
    `curl '${URL}' -H $'Authorization: Bearer half\\'`,
  ])('half of one is none: %s', (text) => {
    expect(readPastedRequest(text, OLIE_PATH)).toBeNull();
    expect(pastedParameter(text, OLIE_PATH, 'token')).toBeNull();
  });
});

test.each([
  ['Authorization:   Bearer   12|aBc_d', '12|aBc_d'],
  ['Authorization: Bearer 12|aBc"', '12|aBc"'],
  ['Authorization: Basic bearer 7', 'Basic bearer 7'],
  ['Authorization: bearer-7', 'bearer-7'],
  ['Authorization: Bearer', null],
  ['Authorization:', null],
  ['X-Authorization: Bearer 7', null],
])('the header %j of a command names the token %j', (header, token) => {
  expect(readPastedRequest(`curl '${URL}' -H '${header}'`, OLIE_PATH)).toEqual({ ...all, token });
});

test('a command without an id or a header names the address', () => {
  const text = 'curl https://api.olie.ai/project-executions/';
  expect(readPastedRequest(text, OLIE_PATH)).toEqual({
    address: 'https://api.olie.ai',
    token: null,
    executionId: null,
  });
});

test('a parameter is found among others', () => {
  const url = 'https://api.olie.ai/project-executions/7';
  const command = `curl -G ${url} -d 'a=token=&mytoken=1&token=2'`;
  expect(pastedParameter(command, OLIE_PATH, 'token')).toBe('2');
  expect(pastedParameter(`${url}?token=3`, OLIE_PATH, 'token')).toBe('3');
  expect(pastedParameter(url, OLIE_PATH, 'token')).toBeNull();
});

describe('an address that is not asked for is not taken', () => {
  test.each([
    ['inside another scheme', `curl x://${URL}`],
    [
      'nor in its headers',
      "curl https://x.test -H 'Host: api.olie.ai' -H 'X-Path: /project-executions/7'",
    ],
  ])('%s', (_, text) => {
    expect(readPastedRequest(text, OLIE_PATH)).toBeNull();
  });

  const OTHER = 'https://evil.test/project-executions/zzz';
  test.each([
    `-x ${OTHER}`,
    `-x${OTHER}`,
    `--proxy ${OTHER}`,
    `--proxy=${OTHER}`,
    `--preproxy ${OTHER}`,
    `-e ${OTHER}`,
    `--referer ${OTHER}`,
    `--connect-to ${OTHER}`,
    `-b a=${OTHER}`,
    `--cookie ${OTHER}`,
    `-d ${OTHER}`,
    `--data-raw ${OTHER}`,
    `-sA ${OTHER}`,
    `-o ${OTHER}`,
    `-H 'Referer: ${OTHER}'`,
    `--some-new-option ${OTHER}`,
  ])('%s', (option) => {
    for (const url of [URL, `--url ${URL}`, `--url=${URL}`]) {
      const text = `curl -L ${option} --compressed ${url} -H 'Authorization: Bearer 12|aBc_d'`;
      expect(readPastedRequest(text, OLIE_PATH)).toEqual(all);
    }
    const alone = `curl ${option} -H 'Authorization: Bearer 12|aBc_d'`;
    expect(readPastedRequest(alone, OLIE_PATH)).toMatchObject({ address: null, executionId: null });
  });
});
