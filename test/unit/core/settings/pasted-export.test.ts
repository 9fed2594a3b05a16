import { describe, expect, test } from 'vitest';
import { B3OS_PATH } from '../../../../lib/core/b3os/b3os';
import { OLIE_PATH } from '../../../../lib/core/olie/olie';
import { readPastedJson } from '../../../../lib/core/olie/pasted-json';
import { pastedParameter, readPastedRequest } from '../../../../lib/core/settings/pasted-request';
import { ZAIA_PATH } from '../../../../lib/core/zaia/zaia';
import { computedMs } from '../../../support/examples/computed-ms';

const ID = 'a14afcbd-38b1-4b97-8950-02c09547611a';
const PATH = `/api/management/project-executions/${ID}`;
const URL = `https://api.olie.ai${PATH}`;
const TOKEN = '12|aBc-._~+/=';
const HEADER = `Bearer ${TOKEN}`;
const all = { address: 'https://api.olie.ai', token: TOKEN, executionId: ID };

describe('an export of a request names the token', () => {
  const har = (headers: object[]) =>
    JSON.stringify({ log: { entries: [{ request: { method: 'GET', url: URL, headers } }] } });
  const accept = { name: 'Accept', value: 'text/html' };
  const header = { name: 'Authorization', value: HEADER };
  test.each([
    ['HAR', har([accept, header])],
    ['HAR, its values first', har([{ value: HEADER, name: 'authorization' }])],
    ['HAR on several lines', JSON.stringify(JSON.parse(har([header])), null, 2)],
    [
      'Postman',
      JSON.stringify({ header: [{ key: 'Authorization', value: HEADER }], url: { raw: URL } }),
    ],
    ['Insomnia', `- url: ${URL}\n  headers:\n    - name: Authorization\n      value: ${HEADER}`],
    ['JSON in JSON', JSON.stringify({ text: JSON.stringify({ URL, Authorization: HEADER }) })],
    [
      'a list of headers over HTTP/2',
      `:authority: api.olie.ai\n:path: ${PATH}\nauthorization: ${HEADER}`,
    ],
    ['a list with names and values by turns', `Request URL\n${URL}\nauthorization\n${HEADER}\n`],
  ])('%s', (_, text) => {
    expect(readPastedRequest(text, OLIE_PATH)).toEqual(all);
  });

  test('also a key that has no scheme', () => {
    const text = `{"url":"https://api.endless.zaia.app/api/v1/executions","headers":[{"name":"authorization","value":"zk_7f"}]}`;
    expect(readPastedRequest(text, ZAIA_PATH)?.token).toBe('zk_7f');
  });

  test("also what Postman's own form for it holds", () => {
    const auth = { type: 'bearer', bearer: [{ key: 'token', value: TOKEN, type: 'string' }] };
    const text = JSON.stringify({ request: { auth, url: { raw: URL } } });
    expect(readPastedRequest(text, OLIE_PATH)).toEqual({ ...all, token: null });
    const isForeign = () => false;
    expect(readPastedJson(text, isForeign)?.token).toBe(TOKEN);
    expect(readPastedJson('{"key":"name","value":"x"}', isForeign)).toBeNull();
  });
});

describe('a program names the token', () => {
  test.each([
    ['Go, a map', `http.Header{"Authorization": {"${HEADER}"}}`],
    ['Go, a map of lists', `http.Header{"Authorization": []string{"${HEADER}"}}`],
    ['Objective-C', `@{\n@"Authorization": @"${HEADER}"\n}`],
    ['Swift', `request.addValue("${HEADER}", forHTTPHeaderField: "Authorization")`],
    ['Clojure', `{:headers {:Authorization "${HEADER}"}}`],
    ['C#', `c.Authorization = new AuthenticationHeaderValue("Bearer", "${TOKEN}");`],
    ['JavaScript, put together', `{ Authorization: 'Bearer ' + '${TOKEN}' }`],
    ['PHP, put together', `['Authorization: Bearer ' . '${TOKEN}']`],
    ['PHP, with the end of a line', `'header' => "Authorization: ${HEADER}\\r\\n"`],
    ['Ruby', `conn.request :authorization, 'Bearer', '${TOKEN}'`],
    [
      'after a list of the names of headers',
      `{"vary": "authorization, accept", "x": "authorization", "authorization": "${HEADER}"}`,
    ],
    [
      'after such a list, with blanks before its colons',
      `{"x" : "authorization" , "authorization" : "${HEADER}"}`,
    ],
    ["after a proxy's", `Proxy-Authorization: Basic Zm9v\nAuthorization: ${HEADER}`],
  ])('%s', (_, text) => {
    expect(readPastedRequest(`get("${URL}")\n${text}`, OLIE_PATH)).toEqual(all);
  });
});

test.each([
  ["a variable's name", "{ Authorization: 'Bearer ' + token }"],
  ['a part of a call', 'client.Authorization = new Basic('],
  ['a word of a sentence', 'Send it with a Bearer token, please'],
  ['the name of a scheme', '{"type":"bearer","bearer":[]}'],
])('no token is %s', (_, text) => {
  const found = readPastedRequest(`get("${URL}")\n${text}`, OLIE_PATH);
  expect(found).toEqual({ ...all, token: null });
});

test('of two tokens none is taken, of the same one twice it is', () => {
  const two = (token: string) =>
    `fetch("https://x.test", {headers: {authorization: "Bearer ${token}"}});
    fetch("${URL}", {headers: {authorization: "${HEADER}"}})`;
  expect(readPastedRequest(two('other'), OLIE_PATH)).toEqual({ ...all, token: null });
  expect(readPastedRequest(two(TOKEN), OLIE_PATH)).toEqual(all);
});

test.each(['.', ',', ')', '):', '?', '!', '.)'])(
  'an address in a sentence ends before %j',
  (end) => {
    const found = { address: 'https://api.olie.ai', token: null, executionId: ID };
    expect(readPastedRequest(`See (${URL}${end} Thanks`, OLIE_PATH)).toEqual(found);
    const text = `[Order](https://api.b3os.org/v1/public/executions/exe_7?token=ct_1${end}`;
    expect(pastedParameter(text, B3OS_PATH, 'token')).toBe('ct_1');
  },
);

test('a long text is read at once', () => {
  for (const part of [
    'authorization',
    'Bearer <',
    '"Bearer {',
    ':Bearer x',
    '\n',
    ': ',
    '"value":',
    'https://<',
    'https://urldefense.com/v3/__https:',
    '/{',
  ]) {
    const text = `${URL} ${part.repeat(1_000_000 / part.length)}`;
    const startMs = computedMs();
    readPastedRequest(text, OLIE_PATH);
    expect(computedMs() - startMs, part).toBeLessThan(1000);
  }
});
