import { describe, expect, test } from 'vitest';
import { B3OS_PATH } from '../../../../lib/core/b3os/b3os';
import { OLIE_PATH } from '../../../../lib/core/olie/olie';
import { pastedParameter, readPastedRequest } from '../../../../lib/core/settings/pasted-request';

const ID = 'a14afcbd-38b1-4b97-8950-02c09547611a';
const PATH = `/api/management/project-executions/${ID}`;
const URL = `https://api.olie.ai${PATH}`;
const TOKEN = '12|aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcd';
const HEADER = `Authorization: Bearer ${TOKEN}`;
const all = { address: 'https://api.olie.ai', token: TOKEN, executionId: ID };

describe('what a shell does after a command is no part of it', () => {
  test.each([
    `curl -s ${URL} -H "${HEADER}"|jq .`,
    `curl -s ${URL} -H "${HEADER}" | jq '.current_execution'`,
    `curl -s ${URL} -H "${HEADER}"&&echo ok`,
    `curl -s ${URL} -H "${HEADER}";echo`,
    `curl -H "${HEADER}" ${URL}|jq .`,
    `curl -H "${HEADER}" ${URL}>out.json`,
    `curl -H "${HEADER}" ${URL} > out.json 2>&1`,
    `curl -H "${HEADER}" ${URL}&`,
    `curl --ssl-no-revoke ${URL} --retry-all-errors -H "${HEADER}"`,
  ])('%s', (text) => {
    expect(readPastedRequest(text, OLIE_PATH)).toEqual(all);
  });

  test('an address without quotes keeps its parameters', () => {
    const text = 'curl https://api.b3os.org/v1/public/executions/exe_7?a=1&token=ct_1';
    expect(pastedParameter(text, B3OS_PATH, 'token')).toBe('ct_1');
    const placeholder = 'curl https://api.b3os.org/v1/public/executions/<id>?token=<token>';
    expect(readPastedRequest(placeholder, B3OS_PATH)?.executionId).toBe('<id>');
    expect(pastedParameter(placeholder, B3OS_PATH, 'token')).toBe('<token>');
  });
});

describe('what a document writes around a request is no part of it', () => {
  test.each([
    `<url>${URL}</url><header name="Authorization" value="Bearer ${TOKEN}"/>`,
    `${URL}<br>${HEADER}`,
    `${URL}<${URL}>\n${HEADER}`,
    `[${URL}]\n${HEADER}`,
    `{${URL}}\n${HEADER}`,
    `*Authorization:* Bearer ${TOKEN}\n*URL:* ${URL}`,
    `**Authorization:** Bearer ${TOKEN}\n${URL}`,
    `**${HEADER}**\n${URL}`,
    `Authorization: **Bearer ${TOKEN}**\n${URL}`,
    `${URL}\n${HEADER}, por favor.`,
    `${URL}\n${HEADER} # prod`,
    `GET ${PATH.replaceAll('-', '\u2011')}\nHost: api.olie.ai\n${HEADER}`,
  ])('%s', (text) => {
    expect(readPastedRequest(text, OLIE_PATH)).toEqual(all);
  });

  test('half an id, where a mail wraps the address, is none', () => {
    const text = `GET ${URL.slice(0, -17)}\n${URL.slice(-17)}\n${HEADER}`;
    expect(text).toContain('-4b97-\n');
    expect(readPastedRequest(text, OLIE_PATH)).toEqual({ ...all, executionId: null });
  });

  test.each([9, 12, 14, 20, 30, 35])('nor are the first %d characters of one', (length) => {
    const text = `curl '${HEADER}' ${URL.replace(ID, `${ID.slice(0, length)}\n${ID.slice(length)}`)}`;
    expect(readPastedRequest(text, OLIE_PATH)?.executionId).toBeNull();
  });

  test('but an id of another shape is whole', () => {
    const text = `GET ${URL.replace(ID, 'order-20260313-7')}`;
    expect(readPastedRequest(text, OLIE_PATH)?.executionId).toBe('order-20260313-7');
  });

  test.each(['> ', '>', '>> ', ' > '])(
    'a value that a quoted mail has cut is whole: "%s"',
    (mark) => {
      const token = 'a-token-of-no-known-shape';
      const text = `curl ${URL} -H 'Authorization: Bearer ${token.slice(0, 9)}\n${token.slice(9)}'`;
      const quoted = text.replace(/^/gm, mark);
      // The field of one line takes the line's end out.
      expect(readPastedRequest(quoted, OLIE_PATH)?.token?.replace('\n', '')).toBe(token);
    },
  );
});

test.each([
  'GET /v1/public/executions/exe_7?token=ct_1 HTTP/1.1\nHost: api.b3os.org',
  'https://api.b3os.org/v1/public/executions/exe_7?a=1&amp;token=ct_1',
  '<url>https://api.b3os.org/v1/public/executions/exe_7?token=ct_1</url>',
])('a parameter is found in %s', (text) => {
  expect(readPastedRequest(text, B3OS_PATH)?.executionId).toBe('exe_7');
  expect(pastedParameter(text, B3OS_PATH, 'token')).toBe('ct_1');
});

describe("in a page's source", () => {
  const PARAMETERS = ['?a=1&b=2', '?a=1&amp;b=2', '?a=1&amp;b=2&amp;c=3'];

  test.each(PARAMETERS)(
    "another host's token is not ours, whatever stands before it: %s",
    (end) => {
      const theirs =
        'fetch("https://api.github.com/user", {headers: {authorization: "Bearer ghp_16C7"}})';
      const text = `<a href="${URL}${end}">x</a>\n${theirs}`;
      expect(readPastedRequest(text, OLIE_PATH)).toEqual({ ...all, token: null });
    },
  );

  test.each(PARAMETERS)('a command is read as it was meant: %s', (end) => {
    const text = `curl "${URL}${end}" -H "${HEADER}" &amp;&amp; echo`;
    expect(readPastedRequest(text, OLIE_PATH)).toEqual(all);
    expect(pastedParameter(text, OLIE_PATH, 'b')).toBe('2');
  });
});

describe("another host's token is not ours, in whatever language both are asked", () => {
  test.each([
    ['PowerShell', 'Invoke-RestMethod -Method Get -Uri "$"'],
    ['PowerShell, in short', "irm '$'"],
    ['PHP', "curl_setopt_array($curl, [CURLOPT_URL => '$', CURLOPT_TIMEOUT => 0]);"],
    ['PHP, one by one', "curl_setopt($curl, CURLOPT_URL, '$');"],
    ['C#', 'var request = new HttpRequestMessage(HttpMethod.Get, "$");'],
    ['Swift', 'var request = URLRequest(url: URL(string: "$")!)'],
    ['Objective-C', '[NSMutableURLRequest requestWithURL:[NSURL URLWithString:@"$"]]'],
    ['Rust', 'client.request(reqwest::Method::GET, "$")'],
    ['Python', 'requests.get(f"$")'],
    ['Go', 'url := "$"'],
  ])('%s', (_, request) => {
    const asked = (url: string) => request.replace(/\$(?=["'])/, url);
    const text = `${asked(URL)}\n${asked('https://api.github.com/user')}\n"Authorization": "Bearer ghp_16C7"`;
    expect(readPastedRequest(text, OLIE_PATH)).toEqual({ ...all, token: null });
    expect(readPastedRequest(`${asked(URL)}\n"${HEADER}"`, OLIE_PATH)).toEqual(all);
  });
});
