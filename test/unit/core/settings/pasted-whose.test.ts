import { describe, expect, test } from 'vitest';
import { OLIE_PATH } from '../../../../lib/core/olie/olie';
import { readPastedRequest } from '../../../../lib/core/settings/pasted-request';
import { ZAIA_PATH } from '../../../../lib/core/zaia/zaia';

const ID = 'a14afcbd-38b1-4b97-8950-02c09547611a';
const PATH = `/api/management/project-executions/${ID}`;
const URL = `https://api.olie.ai${PATH}`;
const OTHER = 'https://b.test/user';
const HEADER = 'authorization: "Bearer k_1"';
const BLANKS = ' '.repeat(60);
const read = (text: string) => readPastedRequest(text, OLIE_PATH);
const tokenOf = (text: string) => read(text)?.token ?? null;

describe('a token is of the request that it stands next to', () => {
  test.each([
    [`get("${URL}"); get("${OTHER}", {${HEADER}})`, null],
    [`get("${OTHER}"); get("${URL}", {${HEADER}})`, 'k_1'],
    // The end of an address counts, and the beginning of the next.
    [`get("${URL}", {${HEADER}}); get("${OTHER}")`, 'k_1'],
    [`get("${URL}"); ${BLANKS} send({${HEADER}}, get("${OTHER}"))`, null],
    [`get("${OTHER}"); ${BLANKS} send({${HEADER}}, get("${URL}"))`, 'k_1'],
    [`get("${URL}"); get("${OTHER}"); get("https://c.test", {${HEADER}})`, null],
    // Only named, and not asked.
    [`get("${URL}"); // ${OTHER}\n{${HEADER}}`, 'k_1'],
    [`get("${URL}"); get("https://app.olie.ai/x", {${HEADER}})`, 'k_1'],
    [`get("https://staging.test${PATH}"); get("${OTHER}", {${HEADER}})`, null],
  ])('%s: %s', (text, token) => {
    expect(tokenOf(text)).toBe(token);
  });

  test.each([
    [`get("https://staging.test${PATH}"); get("${URL}", {${HEADER}})`, 'https://api.olie.ai'],
    [`get("${URL}", {${HEADER}}); get("https://staging.test${PATH}")`, 'https://api.olie.ai'],
    [`get("${URL}"); get("https://staging.test${PATH}", {${HEADER}})`, 'https://staging.test'],
    // Next to none, the first one counts.
    [`get("${URL}"); get("https://staging.test${PATH}")`, 'https://api.olie.ai'],
  ])('of several of ours, %s goes to %s', (text, address) => {
    expect(read(text)?.address).toBe(address);
  });

  test('without an address of ours it is told, and nobody knows whose it is', () => {
    const alone = { address: null, token: 'k_1', executionId: null };
    expect(read(`get("${OTHER}", {${HEADER}})`)).toEqual(alone);
    expect(read(`{${HEADER}}`)).toEqual(alone);
  });
});

describe('in a raw request a header is of the line above it, however many stand between', () => {
  const raw = (url: string, ...headers: string[]) => [`GET ${url} HTTP/1.1`, ...headers].join('\n');
  const many = ['Accept: application/json', `X-Padding: ${'y'.repeat(200)}`];

  test.each([
    ['theirs', [raw(OTHER, ...many, 'Authorization: Bearer k_1'), raw(URL)], null, URL],
    ['ours', [raw(URL, ...many, 'Authorization: Bearer k_1'), raw(OTHER)], 'k_1', URL],
    [
      'the first of two of ours',
      [raw(`https://staging.test${PATH}`, ...many, 'Authorization: Bearer k_1'), raw(URL)],
      'k_1',
      `https://staging.test${PATH}`,
    ],
    ['ours, in notes', [`url: ${OTHER}\nurl: ${URL}\nAuthorization: k_1`, raw(OTHER)], 'k_1', URL],
    ['ours, without Bearer', [raw(URL, ...many, 'Authorization: k_1'), raw(OTHER)], 'k_1', URL],
  ] as const)('%s', (_, requests, token, url) => {
    for (const end of ['\n\n', '\r\n\r\n']) {
      const text = requests.join('\n\n').replaceAll('\n\n', end);
      const address = url.slice(0, -PATH.length);
      expect(read(text)).toEqual({ address, token, executionId: ID });
    }
  });
});

describe('of several headers', () => {
  const request = (header: string) => `GET ${URL}\nAuthorization: ${header}\n\n`;

  test.each([
    ['the same one, with blanks behind it', ['Bearer k_1  ', 'Bearer k_1'], 'k_1'],
    ['the one with Bearer', ['Basic YTpi', 'Bearer k_1', 'Basic Yjpj'], 'k_1'],
    ['none of two', ['Bearer k_1', 'Bearer k_2'], null],
    ['the first without Bearer', ['k_1', 'k_2'], 'k_1'],
  ])('%s', (_, headers, token) => {
    expect(tokenOf(headers.map(request).join(''))).toBe(token);
  });
});

test.each(['{token}', '<token>', '$TOKEN', '[token]', ':token', '%TOKEN%'])(
  'the placeholder %s in a raw request is told as it stands',
  (token) => {
    expect(tokenOf(`GET ${URL}\nAuthorization: Bearer ${token}`)).toBe(token);
    expect(tokenOf(`GET ${URL}\nAuthorization: Bearer ${token} `)).toBe(token);
  },
);

describe('a token whose header is named elsewhere', () => {
  test.each([
    [`send("Bearer k_1", "${URL}")`, 'k_1'],
    [`send("Bearer " + "k_1", "${URL}")`, 'k_1'],
    [`send("Bearer " .\n  'k_1', "${URL}")`, 'k_1'],
    [`send("Bearer", "k_1", "${URL}")`, 'k_1'],
    [`send("Bearer   k_1", "${URL}")`, 'k_1'],
    [`send("Bearer k_1\\n", "${URL}")`, 'k_1'],
    [`send("Bearer <my token>", "${URL}")`, '<my token>'],
    [`send("Bearer {my token}", "${URL}")`, '{my token}'],
    [`${URL}\nBearer k_1  \nand more`, 'k_1'],
    [`Bearer k_1\n${URL}`, 'k_1'],
    // More of it follows, in other words.
    [`send("Bearer k_1\\/x", "${URL}")`, null],
    [`send("Bearer k_1\\u002fx", "${URL}")`, null],
    [`${URL}\nBearer k_1 and more`, null],
    [`${URL}\nmy Bearer k_1`, null],
    ['send("Bearer k_1")', null],
  ])('%j: %j', (text, token) => {
    expect(tokenOf(text)).toBe(token);
  });
});

test.each(['*', '**'])('a header that is made bold by %s has its token whole', (mark) => {
  const bold = (text: string) => `${mark}${text}${mark}`;
  expect(tokenOf(`${URL}\n${bold('Authorization: Bearer k_1')}`)).toBe('k_1');
  expect(tokenOf(`${URL}\nAuthorization: ${bold('Bearer k_1')}`)).toBe('k_1');
});

test.each([
  "{name: 'authorization', value: 'zk_7'}",
  "{key: 'authorization', value:'zk_7', type: 'text'}",
  '{"name": "authorization", "value": "zk_7"}',
])('an entry of a list has its value: %s', (entry) => {
  const text = `{url: "https://api.endless.zaia.app/api/v1/executions", headers: [${entry}]}`;
  expect(readPastedRequest(text, ZAIA_PATH)?.token).toBe('zk_7');
});

describe("PowerShell's headers are of the request after them, however far it is", () => {
  const add = `$headers = New-Object "Dictionary[[String],[String]]"
$headers.Add("Authorization", "Bearer k_1")`;
  const list = `$headers = @{
  Accept = "application/json"
  Authorization = "Bearer k_1"
}`;
  const set = '$headers["Authorization"] = "Bearer k_1"';
  const ask = (url: string) => `irm '${url}' -Method GET -Headers $headers`;
  const body = `$body = @{ name = "${'x'.repeat(300)}" }`;

  test.each([add, list, set])('%s', (headers) => {
    const [theirs, ours] = [ask(OTHER), ask(URL)];
    expect(tokenOf([ours, headers, body, theirs].join('\n'))).toBeNull();
    expect(tokenOf([theirs, headers, body, ours].join('\n'))).toBe('k_1');
    expect(tokenOf([headers, ours, theirs].join('\n'))).toBe('k_1');
    expect(tokenOf([headers, theirs, ours].join('\n'))).toBeNull();
    // Nothing is asked after them.
    expect(tokenOf([ours, headers].join('\n'))).toBe('k_1');
  });

  test.each([
    (url: string) => `$uri = "${url}"; ${list}; Invoke-RestMethod -Uri $uri -Headers $headers`,
    (url: string) => `$uri = "${url}"; ${set}; Invoke-RestMethod -Uri $uri -Headers $headers`,
    (url: string) => `$ask = @{ Uri = "${url}"; Headers = @{ Authorization = "Bearer k_1" } }`,
    (url: string) => `$url = "${url}"; ${set};`,
    (url: string) => `$ch = curl_init("${url}"); ${set};`,
  ])('an address in a variable above them is theirs: %s', (request) => {
    const [theirs, ours] = [request(OTHER), `$uri = "${URL}"`];
    expect(tokenOf([theirs, ours].join('\n'))).toBeNull();
    expect(tokenOf([request(URL), `$uri = "${OTHER}"`].join('\n'))).toBe('k_1');
  });

  test('a list in the command itself is its own', () => {
    const inline = (url: string) => `irm -Uri ${url} -Headers @{Authorization = "Bearer k_1"}`;
    expect(tokenOf(`${inline(URL)}\n${ask(OTHER)}`)).toBe('k_1');
    expect(tokenOf(`${inline(OTHER)}\n${ask(URL)}`)).toBeNull();
  });
});

describe('of two commands, a header is of its own', () => {
  const padding = 'y'.repeat(200);
  const verbose = (url: string, mark: string) =>
    ['GET $ HTTP/1.1', `X-Padding: ${padding}`, 'Authorization: Bearer k_1']
      .map((line) => mark + line.replace('$', url))
      .join('\n');

  test.each([
    ['wget', (url: string) => `wget --header="Authorization: Bearer k_1" --quiet ${url}`],
    ['xh', (url: string) => `xh get ${url} 'Authorization: Bearer k_1'`],
    ['curl -v', (url: string) => verbose(url, '> ')],
    ['an indented request', (url: string) => verbose(url, '    ')],
  ])('%s', (_, request) => {
    expect(tokenOf(`${request(OTHER)}\nGET ${URL}`)).toBeNull();
    expect(tokenOf(`${request(URL)}\nGET ${OTHER}`)).toBe('k_1');
  });
});
