import { describe, expect, test } from 'vitest';
import { isCurl, readCurl } from '../../../../lib/core/settings/curl-command';

const of = (urls: string[], headers: string[] = [], data: string[] = []) => ({
  urls,
  headers,
  data,
});

test.each([
  ['curl', of([])],
  ['curl a', of(['a'])],
  ['  curl a', of(['a'])],
  ['$ curl a', of(['a'])],
  ['  $   curl a', of(['a'])],
  ['CURL a b', of(['a', 'b'])],
  ["curl a -H 'X: $ y'", of(['a'], ['X: $ y'])],
  ['curl -', of(['-'])],
  ["curl a -H 'X: 12|a--bC'", of(['a'], ['X: 12|a--bC'])],
])('%s', (text, command) => {
  expect(readCurl(text)).toEqual(command);
});

test.each(['', 'wget a', 'curly a', 'x curl a', '$$ curl a', 'https://a.test/curl'])(
  'no command: %s',
  (text) => {
    expect(isCurl(text)).toBe(false);
    expect(readCurl(text)).toBeNull();
  },
);

test('half of a command is none', () => {
  expect(isCurl("curl 'a")).toBe(true);
  expect(readCurl("curl 'a")).toBeNull();
});

test.each([
  'curl a -H x\ncurl b -H y',
  'curl a -H x; curl b',
  'curl a | curl.exe b',
  'curl a -H x --next b -H y',
  'curl a -: b',
])('of several commands, none is read: %j', (text) => {
  expect(isCurl(text)).toBe(true);
  expect(readCurl(text)).toBeNull();
});

test('the ends of a command are no part of its last word, and a comment is none', () => {
  const command = of(['a'], ['x: y']);
  for (const end of [';', '; ', ' ;', "  # it's", '\n# a "comment']) {
    expect(readCurl(`curl a -H 'x: y'${end}`), end).toEqual(command);
  }
});

describe('options', () => {
  test.each([
    ['-H x a', of(['a'], ['x'])],
    ['-Hx a', of(['a'], ['x'])],
    ['-sH x a', of(['a'], ['x'])],
    ['--header x a', of(['a'], ['x'])],
    ['--header=x=y a', of(['a'], ['x=y'])],
    ['--header= a', of(['a'], [''])],
    ['--oauth2-bearer x a', of(['a'], ['Authorization: Bearer x'])],
    ['-d x=1 a', of(['a'], [], ['x=1'])],
    ['--data x=1 --data-urlencode y=2 a', of(['a'], [], ['x=1', 'y=2'])],
    ['--url-query x=1 a', of(['a'], [], ['x=1'])],
    ['--url b a', of(['b', 'a'])],
    ['--url', of([''])],
    ['-H', of([], [''])],
    ['-s a', of(['a'])],
    ['-sSL a', of(['a'])],
    ['-H x -- a', of(['a'], ['x'])],
    // As a text processor writes hyphens.
    ['–s a', of(['a'])],
    ['—sH x a', of(['a'], ['x'])],
    ['--sfSH x a', of(['a'], ['x'])],
    ['-A curl/8.5.0 a', of(['a'])],
    ['-A libcurl a', of(['a'])],
    ['-o x a', of(['a'])],
    ['-ox a', of(['a'])],
    ['--some-data x a', of(['a'])],
    ['--database x a', of(['a'])],
    ['--url-queryx x a', of(['a'])],
    ['--unknown x a', of(['a'])],
    ['--x--silent y a', of(['a'])],
  ])('%s', (options, command) => {
    expect(readCurl(`curl ${options}`)).toEqual(command);
  });
});

describe('options without a value do not take the address', () => {
  test.each(
    [
      ...['no-buffer', 'http1.1', 'http2', 'http3', 'http2-prior-knowledge', 'ipv4', 'ipv6'],
      ...['tlsv1', 'tlsv1.2', 'location', 'location-trusted', 'compressed', 'silent', 'show-error'],
      ...['insecure', 'get', 'globoff', 'fail', 'fail-with-body', 'include', 'head', 'verbose'],
      ...['progress-bar', 'path-as-is', 'anyauth', 'basic', 'digest', 'tcp-nodelay', 'raw'],
      ...['remote-name', 'remote-header-name', 'create-dirs', 'parallel', 'junk-session-cookies'],
      ...['netrc', 'disable', 'styled-output', 'ssl-reqd', 'post301', 'post302', 'post303'],
      ...['version', 'manual'],
    ].map((name) => [name]),
  )('--%s', (name) => {
    expect(readCurl(`curl --${name} a`)).toEqual(of(['a']));
  });

  test.each(['http', 'ipv5', 'xipv4', 'tlsv1.x', 'post304', 'silently'])(
    'but --%s does',
    (name) => {
      expect(readCurl(`curl --${name} a`)).toEqual(of([]));
    },
  );
});
