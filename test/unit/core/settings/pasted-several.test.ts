import { describe, expect, test } from 'vitest';
import { OLIE_PATH } from '../../../../lib/core/olie/olie';
import { severalCommands } from '../../../../lib/core/settings/curl-command';
import { readPastedRequest } from '../../../../lib/core/settings/pasted-request';

const ID = 'a14afcbd-38b1-4b97-8950-02c09547611a';
const PATH = `/api/management/project-executions/${ID}`;
const URL = `https://api.olie.ai${PATH}`;
const OTHER = 'https://b.test/user';
const tokenOf = (text: string) => readPastedRequest(text, OLIE_PATH)?.token ?? null;

describe('several commands are told apart', () => {
  test.each([
    ['by lines', ['curl a\n', 'curl b\n', 'curl c']],
    ['by what ends one', ['curl a;', 'curl b &&', 'curl c |', 'curl d &', 'curl e']],
    ['with prompts before them', ['$ curl a\n', '$curl b\n', '\t $  curl c']],
    ["by Windows' name of the program", ['curl.exe a\r\n', 'CURL.EXE b']],
    ['with a word of it inside', ['curl a -d "\ncurly"\n', "curl b -H 'x: curl y'"]],
  ])('%s', (_, commands) => {
    const apart = severalCommands(commands.join(''));
    expect(apart.map((one) => one.trim())).toEqual(commands.map((one) => one.trim()));
  });

  test('and are read as they were typed', () => {
    expect(severalCommands('curl “a”\ncurl b')).toEqual(['curl "a"\n', 'curl b']);
  });

  test.each([
    '',
    'curl a',
    "curl a -H 'x: curl b'",
    'see\ncurl a',
    "curl a\ncurl 'b",
    "curl 'a\ncurl b",
  ])('there are none in %j', (text) => {
    expect(severalCommands(text)).toEqual([]);
  });
});

test('of several addresses in one command, the first counts', () => {
  const text = `curl ${URL} https://staging.test${PATH} -H 'Authorization: Bearer k_1'`;
  expect(readPastedRequest(text, OLIE_PATH)?.address).toBe('https://api.olie.ai');
});

describe('beside another host with its own header', () => {
  const theirs = `get("${OTHER}", {authorization: "Bearer k_1"})`;
  test.each([
    ['ours before it, put together', `send("Bearer " + "k_2", "${URL}"); ${theirs}`, 'k_2'],
    [
      'ours after a line of a raw request',
      `GET ${OTHER}\nAuthorization: Bearer k_1 # theirs\nsend("Bearer k_2", "${URL}")`,
      'k_2',
    ],
    ['none of ours', `get("${URL}"); ${theirs}`, null],
  ])('%s', (_, text, token) => {
    expect(tokenOf(text)).toBe(token);
  });
});

describe('of several headers, the one with Bearer', () => {
  const request = (header: string) => `GET ${URL}\nAuthorization: ${header}\n\n`;
  test.each([
    ['beside one that only has the word', ['Basic bearer 7', 'Bearer k_1']],
    ['with blanks behind it', ['k_0', 'Bearer   k_1']],
  ])('%s', (_, headers) => {
    expect(tokenOf(headers.map(request).join(''))).toBe('k_1');
  });
});

test('a header with a name of its own is of the raw request above it', () => {
  const ours = `GET ${URL}\nX-Padding: ${'y'.repeat(200)}\nX-Auth: Bearer k_1`;
  expect(tokenOf(`${ours}\n\nGET ${OTHER}`)).toBe('k_1');
});

describe("PowerShell's headers are of the request after them, however both are written", () => {
  const ask = (url: string, command: string) => `${command} '${url}' -Headers $headers`;

  test.each([
    '$headers=@{Authorization = "Bearer k_1"}',
    '$headers  =  @{Authorization = "Bearer k_1"}',
    '$headers.Add( "Authorization", "Bearer k_1" )',
    '$headers.Add("X-Auth", "Bearer k_1")',
  ])('%s', (headers) => {
    for (const command of ['irm', 'iwr', 'Invoke-RestMethod', 'invoke-webrequest']) {
      const [theirs, ours] = [ask(OTHER, command), ask(URL, command)];
      const body = `$body = "${'x'.repeat(300)}"`;
      expect(tokenOf([ours, headers, body, theirs].join('\n')), command).toBeNull();
      expect(tokenOf([theirs, headers, body, ours].join('\n')), command).toBe('k_1');
    }
  });

  test('a list that is complete says nothing of the header of a later command', () => {
    const inline = `irm -Uri ${OTHER} -Headers @{Authorization = "Bearer k_1"}`;
    const text = `$body = @{ a = 1 }\n${inline}\n${ask(URL, 'irm')}`;
    expect(tokenOf(text)).toBeNull();
  });

  test('a command on an earlier line does not ask the address in a variable', () => {
    const variable = `$uri = "${OTHER}"; $headers = @{Authorization = "Bearer k_1"}; irm $uri`;
    const text = `${ask('https://c.test', 'irm')}\n${variable}\n$uri = "${URL}"`;
    expect(tokenOf(text)).toBeNull();
  });
});
