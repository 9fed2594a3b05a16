import { describe, expect, test } from 'vitest';
import { hostsIn, isForAnother, isSameSite } from '../../../../lib/core/settings/asked-addresses';

const A = 'https://a.test/x';

describe('the hosts that a text asks', () => {
  const [a, b] = ['https://a.test', 'https://b.test'];
  test.each([
    [`see ${A}`, [A]],
    ['Host: a.test:8443\nHTTPSConnection("b.test")', [`${a}:8443`, b]],
    ['new WebSocket("wss://a.test/x"); ws://b.test', [a, b]],
    ['http  GET  a.test/x', [a]],
    ['wss://push.eu.a.test', ['https://push.eu.a.test']],
    // No port is so large.
    [`https://b.test:99999 ${A}`, [A]],
    ['https a.test; xh b.test; wget a.test', [a, b, a]],
    [`http ${A}`, [A]],
    ['curl a.test/x -H "Host: b.test"', [`${a}/x`]],
    [`curl ${A} ftp://b.test`, [A]],
    ['http localhost', []],
    ['aws://a.test xhttp a.test', []],
    ['nothing', []],
  ])('%j', (text, hosts) => {
    expect(hostsIn(text)).toEqual(hosts);
  });

  test('are found between typeset quotes, too', () => {
    expect(hostsIn('curl “https://a.test/x”')).toEqual([A]);
  });
});

test.each([
  [`GET ${A}`, 'https://a.test', false],
  [`GET ${A}`, 'https://b.test', true],
  [`GET ${A}`, 'https://a.test:8443', true],
  ['GET https://b.test\nGET https://a.test', 'https://a.test/y', false],
  ['12|aBc', 'https://a.test', false],
  ['curl api.a.test', 'https://a.test', true],
  ['curl localhost:80/x', 'http://localhost', false],
  ['GET /x\nHost: localhost:80', 'http://localhost', false],
])('%j is for another than %s: %s', (text, address, expected) => {
  expect(isForAnother(text, address)).toBe(expected);
});

test.each([
  ['https://api.a.test', 'https://app.a.test/x', true],
  ['https://a.test', 'https://A.test:8443', true],
  ['https://a.com.br', 'https://x.a.com.br', true],
  ['https://a.com.br', 'https://b.com.br', false],
  ['https://a.co.uk', 'https://b.co.uk', false],
  ['https://my-company.test', 'https://company.test', false],
  ['https://a.test', 'https://b.test', false],
  ['https://a.test', 'https://a.test.example', false],
  ['http://localhost:3000', 'http://localhost:8080', true],
  ['http://127.0.0.1', 'http://127.0.0.2', false],
  ['http://[::1]:3000', 'http://[::1]:8080', true],
  ['nothing', 'https://a.test', false],
])('%s is of the same company as %s: %s', (one, other, expected) => {
  expect(isSameSite(one, other)).toBe(expected);
});
