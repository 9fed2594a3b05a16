import { describe, expect, test } from 'vitest';
import { askedBeside, askedIn, isRequest } from '../../../../lib/core/settings/asked-addresses';
import { readCurl } from '../../../../lib/core/settings/curl-command';

const A = 'https://a.test/x';
const urlsIn = (text: string) => askedIn(text, null).map(({ url }) => url);

describe('an address is asked without what stands around it', () => {
  test.each([
    ...['"', "'", '`', '<', '>', ';', '\\', '^', '|', ' ', '\n', '\t'].map((end) => `${A}${end}y`),
    ...['.', ',', ':', '!', '?', '*', '~', '......', '?!', ').', '**.'].map((end) => `${A}${end}`),
    ...[
      `(${A})`,
      `[${A}]`,
      `{${A}}`,
      `([${A}]).`,
      `{"a": [${A}]}`,
      `${A}]}).`,
      `${A}.).).).).).`,
      `(see ${A}), so`,
    ],
    ...[`(${A})y`, `[${A}]y`, `{${A}}y`],
    ...[`<${A}|text>`, `<${A}|https://b.test>`, `[text](${A})`, `${A}<br>`],
  ])('%j', (text) => {
    expect(urlsIn(text)).toEqual([A]);
  });

  test.each([
    ...['https://a.test/(x)', 'https://a.test/[id]', 'https://a.test/{id}', 'https://a.test/x(1)'],
    ...['https://a.test/<id>', 'https://a.test/<id>/runs', 'https://a.test/<my-id>/<other>?b=<c>'],
    ...['https://a.test?t=<token>&b=1', 'HTTPS://A.test', 'http://localhost:3000/a.b,c:d'],
  ])('all of %s belongs to it', (text) => {
    expect(urlsIn(text)).toEqual([text]);
  });

  test('a link of a chat is asked without its text', () => {
    expect(urlsIn('<http://localhost/x|http://b.test> and http://c.test')).toEqual([
      'http://localhost/x',
      'http://c.test',
    ]);
  });

  test('each of several is said with its place', () => {
    const asked = [
      { url: A, at: 4 },
      { url: 'https://b.test', at: 26 },
    ];
    expect(askedIn(`see ${A}, or (https://b.test)`, null)).toEqual(asked);
    expect(askedIn(`see ${A}](https://b.test).  `, null)).toEqual([
      asked[0],
      { ...asked[1], at: 22 },
    ]);
  });

  test('no address is longer than 4,000 characters, and no more than 500 are looked at', () => {
    expect(urlsIn(`${A}${'y'.repeat(5000)}`)[0]).toHaveLength(4000);
    expect(urlsIn(`${A} `.repeat(501))).toHaveLength(500);
  });
});

describe('what a request comes from or goes through is not asked', () => {
  test.each([
    ...['referer', 'referrer', 'Referer', 'origin', 'proxy', 'proxies', '$schema', 'schema'].map(
      (name) => `${name}: https://b.test/y\n`,
    ),
    ...['"referer": "https://b.test", ', "'origin' = 'https://b.test'; ", 'proxy=https://b.test\n'],
    '{"name": "Referer", "value": "https://b.test"}, ',
    '{"name":"origin","value":"https://b.test"}, ',
  ])('%j', (before) => {
    expect(askedIn(`${before}${A}`, null)).toEqual([{ url: A, at: before.length }]);
  });

  test.each(['preorigin: ', 'reference: ', '{"name": "x", "value": "', 'origin '])(
    'but %j says nothing of that',
    (before) => {
      expect(urlsIn(`${before}${A}"`)).toEqual([A]);
    },
  );
});

test.each([
  ['curl https://a.test ftp://b.test c.test', ['https://a.test']],
  ['curl -x https://b.test HTTP://a.test', ['HTTP://a.test']],
  ['curl c.test/?u=https://a.test', []],
  ["curl https://a.test -H 'Referer: https://b.test'", ['https://a.test']],
])('a command asks what its options leave: %s', (text, urls) => {
  expect(askedIn(text, readCurl(text))).toEqual(urls.map((url) => ({ url, at: 0 })));
});

describe('an address is asked in so many words', () => {
  const isAsked = (before: string) => isRequest(`${before}${A}`, { url: A, at: before.length });

  test.each([
    ...['curl ', 'curl -s "', 'curl -H "x: y" ', 'GET ', 'post ', "PUT '", 'PATCH ', 'DELETE '],
    ...['HEAD ', 'wget ', 'http ', 'https ', 'url: ', 'URI = "', '"url":"', "'raw' => '"],
    ...['endpoint: `', 'baseUrl = "', 'base_url="', 'fetch("', "get( '", 'open("GET", "'],
    ...['Invoke-RestMethod -Method Get -Uri "', 'irm -uri ', 'Invoke-WebRequest ', "iwr '"],
    ...["CURLOPT_URL => '", 'CURLOPT_URL, "', 'url := "', 'URL(string: "', 'URLWithString:@"'],
    ...['new Request(HttpMethod.Get, "', 'request(Method::GET, "', 'get(f"', 'get($"', 'url=f"'],
    ...['GET  "', 'irm -Uri  ', "'CURLOPT_URL' => '", 'CURLOPT_URL,"', 'URL(string:"', 'fetch ("'],
    ...['open("GET" , "', 'open("GET","'],
    `${'y'.repeat(500)} fetch("`,
  ])('after %j', (before) => {
    expect(isAsked(before)).toBe(true);
  });

  test.each([
    ...['', '"', '(', 'see ', '// ', 'href="', 'curly ', 'xGET ', 'forGET ', 'curls: ', 'link: '],
    ...['fetch(', 'get("a b", "', 'open("GET" "', 'f"', '@"', ', "', 'CURLOPT_X => "'],
    ...['curl a\nsee ', 'GET a, see ', 'x -Uri a, ', 'url: "a", ', 'CURLOPT_URL => "a", "'],
    `GET ${' '.repeat(80)}`,
  ])('not after %j', (before) => {
    expect(isAsked(before)).toBe(false);
  });
});

describe('a path stands beside the one host that is named', () => {
  test.each([
    ['GET /x/7?a=1&b=%7B HTTP/1.1\nHost: a.test', 'https://a.test/x/7?a=1&b=%7B', 4],
    ['host = "a.test:8443"; get("/x/<id>")', 'https://a.test:8443/x/<id>', 27],
    ["hostname: 'localhost:3000', path: '/x'", 'http://localhost:3000/x', 35],
    ['HOST: 127.0.0.1\n/x/{id}', 'http://127.0.0.1/x/{id}', 16],
    [':authority: a.test\n:path: /x.y:z', 'https://a.test/x.y:z', 26],
    ['HTTPSConnection( "a.test"); "/x$y"', 'https://a.test/x$y', 29],
    ['Host: a.test\nHost: a.test\n/x', 'https://a.test/x', 26],
    ['Host: localhost.test\n/x', 'https://localhost.test/x', 21],
    ['Host=x.localhost:80\n/x', 'https://x.localhost:80/x', 20],
  ])('%j', (text, url, at) => {
    expect(askedBeside(text)).toEqual([{ url, at }]);
  });

  test('each of several', () => {
    const asked = askedBeside('Host: a.test\n/x\n/y');
    expect(asked.map(({ url }) => url)).toEqual(['https://a.test/x', 'https://a.test/y']);
  });

  test.each([
    '/x',
    'Host: a.test\nHost: b.test\n/x',
    'x-host: a.test\n/x',
    'ghost: a.test\n/x',
    'Origin: https://a.test\n/x',
    'Host: a.test',
    'Host: a.test\na/b c./d e:/f }/g',
  ])('nothing is asked by %j', (text) => {
    expect(askedBeside(text)).toEqual([]);
  });
});
