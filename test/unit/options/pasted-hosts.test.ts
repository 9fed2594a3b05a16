import { describe, expect, test } from 'vitest';
import { specFor as workflowSpecFor } from '../../../entrypoints/options/b3os/workflow-spec';
import { olieSpec, readAnything } from '../../../entrypoints/options/olie/olie-spec';
import { specFor as zaiaSpecFor } from '../../../entrypoints/options/zaia/zaia-spec';
import { computedMs } from '../../support/examples/computed-ms';

// What a token was pasted for is the only place where it goes.

const ID = 'a14afcbd-38b1-4b97-8950-02c09547611a';
const PATH = `/api/management/project-executions/${ID}`;
const URL = `https://api.olie.ai${PATH}`;
const TOKEN = '12|aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcd';
const ours = `{headers: {authorization: "Bearer ${TOKEN}"}}`;
const GITHUB = 'https://api.github.com/user';
const theirs = '{headers: {authorization: "Bearer ghp_16C7e42F292c6912E7710c838347Ae178B4a"}}';
const olie = (text: string) => readAnything(text)?.values ?? null;

describe("another host's token is not taken, however the host is named", () => {
  const header = 'Authorization: Bearer ghp_16C7e42F292c6912E7710c838347Ae178B4a';
  test.each([
    `curl ${GITHUB} -H "${header}"`,
    `curl api.github.com/user -H "${header}"`,
    `curl <${GITHUB}> -H "${header}"`,
    `curl [${GITHUB}](${GITHUB}) -H "${header}"`,
    `curl "https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(GITHUB)}&data=x" -H "${header}"`,
    `curl localhost:3000/x -H "${header}"`,
    `GET /user HTTP/2\nHost: api.github.com\n${header}`,
    `conn = http.client.HTTPSConnection("api.github.com")\nconn.request("GET", "/user", headers={"${header.replace(': ', '": "')}"})`,
    `https.request({"hostname": "api.github.com", "path": "/user", "headers": {"${header.replace(': ', '": "')}"}})`,
    `new WebSocket("wss://x.test/user", ${theirs})`,
    `http GET api.github.com/user "${header}"`,
    `curl ${GITHUB} -d '{"token": "ghp_16C7e42F292c6912E7710c838347Ae178B4a"}'`,
    `POST ${GITHUB}\n\n{"token": "ghp_16C7e42F292c6912E7710c838347Ae178B4a"}`,
    `${GITHUB} says {"access_token": "ghp_16C7e42F292c6912E7710c838347Ae178B4a"}`,
    `{"url": "${GITHUB}", "token": "ghp_16C7e42F292c6912E7710c838347Ae178B4a"}`,
    `{"github": {"host": "api.github.com", "auth": {"token": "ghp_16C7e42F292c6912E7710c838347Ae178B4a"}}}`,
  ])('%s', (text) => {
    expect(olie(text)).toBeNull();
    for (const spec of [zaiaSpecFor(undefined), workflowSpecFor([])]) {
      expect(spec.readPasted(text)?.values ?? null).toBeNull();
    }
  });
});

describe('of several requests only ours counts', () => {
  test.each([
    ['ours has none', `fetch("${URL}", {headers: {accept: "*/*"}}); fetch("${GITHUB}", ${theirs})`],
    [
      'theirs comes first',
      `fetch("${GITHUB}", ${theirs}); fetch("${URL}", {headers: {accept: "a/b"}})`,
    ],
    [
      'in a file of requests',
      `GET ${URL}\n\n###\nGET ${GITHUB}\nAuthorization: Bearer ghp_16C7e42F292c6912E7710c8`,
    ],
    [
      'in JSON',
      `{"a": {"url": "${URL}"}, "b": {"url": "${GITHUB}", "token": "csrf-1234567890123456"}}`,
    ],
  ])('%s', (_, text) => {
    expect(olie(text)).toEqual({ address: 'https://api.olie.ai', executionId: ID });
  });

  test.each([
    `const h = ${ours};\nfetch("${URL}", h); fetch("${GITHUB}")`,
    `// see https://docs.example.com/olie for more of it\n\nfetch("${URL}", ${ours})`,
    `fetch("${URL}", {headers: {origin: "https://evil.test", authorization: "Bearer ${TOKEN}"}})`,
    `{"info": {"schema": "https://schema.getpostman.com/json/collection/v2.1.0"}, "item": [{"request": {"header": [{"key": "Authorization", "value": "Bearer ${TOKEN}"}], "url": "${URL}"}}]}`,
  ])('with its own token: %s', (text) => {
    expect(olie(text)).toEqual({ address: 'https://api.olie.ai', token: TOKEN, executionId: ID });
  });

  test("Zaia's own key is taken, which has no scheme", () => {
    const text = `fetch("${GITHUB}", ${theirs}); fetch("https://api.endless.zaia.app/api/v1/executions", {headers: {authorization: "zk_7"}})`;
    expect(zaiaSpecFor(undefined).readPasted(text)?.values).toMatchObject({ token: 'zk_7' });
  });

  test('of two installations, the one that the token stands beside', () => {
    const text = `# staging\nGET https://staging.empresa.com${PATH}\n\n# prod\nGET ${URL}\nAuthorization: Bearer ${TOKEN}`;
    expect(olie(text)?.address).toBe('https://api.olie.ai');
  });
});

describe('a token for the usual address does not go to the one in the form', () => {
  test.each([
    `curl https://api.olie.ai/api/management/projects -H "Authorization: Bearer ${TOKEN}"`,
    `curl api.olie.ai/api/management/projects -H "Authorization: Bearer ${TOKEN}"`,
    `axios.create({baseURL: 'https://api.olie.ai/api', headers: {Authorization: 'Bearer ${TOKEN}'}})`,
  ])('%s', (text) => {
    expect(olieSpec.readPasted(text, 'https://olie.empresa.com')?.values.token).toBeUndefined();
    expect(olieSpec.readPasted(text, 'https://api.olie.ai')?.values).toEqual({ token: TOKEN });
  });

  test("but one for that address does, also by one of its paths that we don't ask", () => {
    const text = `curl https://olie.empresa.com/api/management/projects -H "Authorization: Bearer ${TOKEN}"`;
    expect(olieSpec.readPasted(text, 'https://olie.empresa.com')?.values).toEqual({ token: TOKEN });
    expect(readAnything(text)).toBeNull();
  });
});

describe('notes name a token in words of their own', () => {
  test.each([
    [`URL: ${URL}\nToken: ${TOKEN}`, { address: 'https://api.olie.ai', executionId: ID }],
    [`Token: ${TOKEN}\nExecution ID: ${ID}`, { executionId: ID }],
    [`OLIE_TOKEN=${TOKEN}\nOLIE_EXECUTION_ID=${ID}`, { executionId: ID }],
    [`OLIE_URL=https://api.olie.ai\nOLIE_TOKEN=${TOKEN}\nOLIE_ID=${ID}`, { executionId: ID }],
    [`Seu token é: ${TOKEN}`, {}],
    [`Seu token é: ${TOKEN}. Guarde-o bem.`, {}],
    [`\`\`\`\n${TOKEN}\n\`\`\``, {}],
    [`http -A bearer -a '${TOKEN}' ${URL}`, { address: 'https://api.olie.ai', executionId: ID }],
    [`| token | ${TOKEN.replace('|', '\\|')} |`, {}],
    [
      `client.get("${URL}") { bearerAuth("${TOKEN}") }`,
      { address: 'https://api.olie.ai', executionId: ID },
    ],
  ])('%s', (text, others) => {
    expect(olie(text)).toEqual({ token: TOKEN, ...others });
  });

  test.each([
    `Token: ${TOKEN}\nOther: 13|${TOKEN.slice(3)}`,
    `github: ${GITHUB}\nToken: ${TOKEN}`,
    `EXECUTION_ID=${ID}`,
  ])('but nobody knows which, or whose: %s', (text) => {
    expect(olie(text)).toBeNull();
  });
});

test.each(['olie.empresa.com.br', 'olie.empresa.com/api/management', 'empresa.olie.ai/projects/7'])(
  'the host %s is no token',
  (text) => {
    expect(readAnything(text)).toBeNull();
  },
);

describe('a link that nobody asks takes no token away', () => {
  const header = `Authorization: Bearer ${TOKEN}`;
  test.each([
    `Docs: https://docs.example.com\n\n$ curl -X GET \\\n  -H "${header}" \\\n  "${URL}"`,
    `Cole isto (veja https://wiki.empresa.com.br/olie):\ncurl --request GET --header '${header}' --url ${URL}`,
    `headers = {"Authorization": "Bearer ${TOKEN}"}  # https://docs.example.com/auth\n\nr = requests.get(\n    "${URL}",\n    headers=headers,\n)`,
    `GET ${PATH} HTTP/1.1\nHost: api.olie.ai\nCookie: from=https://www.google.com/\n${header}`,
    `GET ${PATH} HTTP/1.1\nHost: api.olie.ai\n${header}\nUser-Agent: Bot/1.0 (+https://bot.example.com)`,
    `conn = http.client.HTTPSConnection("api.olie.ai")\n# https://docs.example.com\nconn.request("GET", "${PATH}", headers={"Authorization": "Bearer ${TOKEN}"})`,
  ])('%s', (text) => {
    expect(olie(text)).toEqual({ address: 'https://api.olie.ai', token: TOKEN, executionId: ID });
  });

  test('nor does a picture in JSON', () => {
    const user = { name: 'A', avatar: { url: 'https://s3.amazonaws.com/x.png' } };
    expect(olie(JSON.stringify({ token: 'abc123DEF456ghi789jkl', user }))).toEqual({
      token: 'abc123DEF456ghi789jkl',
    });
  });
});

test('a long log takes no time', () => {
  const startedMs = computedMs();
  for (const part of [
    '2026-01-01T00:00:00Z GET https://x.test/a/b 200 authorization: Bearer abc\n',
    '{"url": "https://x.test/a", "authorization": "Bearer abc"}\n',
    'https://a).',
    '[',
    '<',
    '**authorization',
    'authorization","x":"',
  ]) {
    const text = `${part.repeat(1_000_000 / part.length)}\n\nGET ${URL}\n`;
    readAnything(text);
    for (const { readPasted } of [zaiaSpecFor(undefined), workflowSpecFor([])]) readPasted(text);
  }
  const endless = `https://a${').'.repeat(20_000)}`;
  expect(readAnything(endless)).toBeNull();
  expect(computedMs() - startedMs).toBeLessThan(8_000);
});
