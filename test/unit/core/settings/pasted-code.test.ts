import { describe, expect, test } from 'vitest';
import { OLIE_PATH } from '../../../../lib/core/olie/olie';
import { readPastedRequest } from '../../../../lib/core/settings/pasted-request';
import { ZAIA_PATH } from '../../../../lib/core/zaia/zaia';
import { computedMs } from '../../../support/examples/computed-ms';

const ID = 'a14afcbd-38b1-4b97-8950-02c09547611a';
const URL = `https://api.olie.ai/api/management/project-executions/${ID}`;
const ZAIA = 'https://api.endless.zaia.app/api/v1/executions';
const tokenOf = (text: string) => readPastedRequest(text, OLIE_PATH)?.token ?? null;

describe('what a program computes is no token', () => {
  test.each([
    `fetch('${URL}', {headers: {Authorization: token}})`,
    `fetch('${URL}', {headers: {Authorization: process.env.OLIE_TOKEN}})`,
    `fetch('${URL}', {headers: {Authorization: getToken()}})`,
    `const headers = { Authorization: bearer };\nfetch('${URL}', {headers});`,
    `requests.get('${URL}', headers={"Authorization": auth_header})`,
    `req, _ := http.NewRequest("GET", "${URL}", nil)\nreq.Header.Set("Authorization", authHeader)`,
    `$client->get('${URL}', ['headers' => ['Authorization' => $authHeader]]);`,
    `request.setValue(authHeader, forHTTPHeaderField: "Authorization", other)\nGET ${URL}`,
    `axios.get('${URL}', {headers: {Authorization: isAdmin ? adminToken : userToken }})`,
    `fetch('${URL}', {headers: {Authorization: authHeader,\n  Accept: '*/*'}})`,
    `interface Headers { Authorization: string; }\n// ${URL}`,
  ])('%s', (text) => {
    expect(tokenOf(text)).toBeNull();
    expect(readPastedRequest(text, OLIE_PATH)?.executionId).toBe(ID);
  });
});

describe('a key without a scheme is read up to the end of its header', () => {
  const address = 'https://api.endless.zaia.app';
  test.each([
    `wget --header 'Authorization: zk_live_9f8e' '${ZAIA}'`,
    `user@host:~$ curl -H "Authorization:zk_live_9f8e" "${ZAIA}"`,
    `curl_setopt($ch, CURLOPT_URL, '${ZAIA}');\ncurl_setopt($ch, CURLOPT_HTTPHEADER, array('Authorization: zk_live_9f8e'));`,
    `curl_easy_setopt(curl, CURLOPT_URL, "${ZAIA}");\ncurl_slist_append(list, "Authorization: zk_live_9f8e");`,
    `req.Header = http.Header{"Authorization": []string{"zk_live_9f8e"}}\nGET ${ZAIA}`,
  ])('%s', (text) => {
    const key = { address, token: 'zk_live_9f8e', executionId: null };
    expect(readPastedRequest(text, ZAIA_PATH)).toEqual(key);
  });

  test.each([
    `curl_setopt($ch, CURLOPT_HTTPHEADER, ["Authorization: " . $key]); // ${ZAIA}`,
    `xhr.setRequestHeader("Authorization: " + key); // ${ZAIA}`,
    `fetch('${ZAIA}', {headers: {Authorization: apiKey, Accept: '*/*'}})`,
    `fetch('${ZAIA}', {headers: {Authorization: '' + apiKey}})`,
  ])('but what is put together is none: %s', (text) => {
    expect(readPastedRequest(text, ZAIA_PATH)?.token ?? null).toBeNull();
  });
});

describe('the name or the header that comes next is no token', () => {
  test.each([
    `{"url":"${URL}","access-control-request-headers":"authorization","accept":"*/*"}`,
    `GET ${URL}\naccess-control-allow-headers: content-type, authorization, x-requested-with`,
    `{"vary" : "authorization" , "accept" : "*/*", "url" : "${URL}"}`,
    `{"name":"Authorization","in":"header","example":"${URL}"}`,
    `servers: ${URL}\nAuthorization:\n  type: apiKey`,
  ])('%s', (text) => {
    expect(tokenOf(text)).toBeNull();
  });

  test.each([
    `{"key":"authorization","type":"text","value":"zk_7"}`,
    `{"key":"authorization","type":"text","enabled":true,"value":"zk_7"}`,
    `{"key":"authorization","value":"zk_7","type":"text"}`,
  ])('%s has one', (header) => {
    const text = `{"header":[${header}],"url":"${ZAIA}"}`;
    expect(readPastedRequest(text, ZAIA_PATH)?.token).toBe('zk_7');
  });
});

describe('half a token is none', () => {
  test.each([
    `{"url":"${URL}","authorization":"Bearer 12|ab\\/cd"}`,
    `{"url":"${URL}","authorization":"Bearer 12|ab\\u002fcd"}`,
    `GET ${URL}\nAuthorization: Bearer 12|aBcDeFgHi\nRsTuVwXyZ`,
    `GET ${URL}\r\nAuthorization: Bearer 12|aBcDeFgHi\r\n  RsTuVwXyZ`,
    `fetch("${URL}", {headers: {"Authorization": "Bearer 12|aBcDeFgHi\nRsTuVwXyZ"}})`,
  ])('%s', (text) => {
    expect(tokenOf(text)).toBeNull();
  });
});

describe('what is written there is the token, or is asked for', () => {
  test.each([
    [`GET ${URL}\nAuthorization: Bearer 12|aBc_d`, '12|aBc_d'],
    [`GET ${URL}\nAuthorization: Bearer 12|aBc_d\nAccept: application/json`, '12|aBc_d'],
    [`Authorization: Bearer 12|aBc_d\n\nPOST ${URL}`, '12|aBc_d'],
    [`- "url": "${URL}"\n  Authorization: 12|aBc_d\n  "Accept": "*/*"`, '12|aBc_d'],
    [`GET ${URL}\nAuthorization: Bearer {token}`, '{token}'],
    [`GET ${URL}\nAuthorization: {token}`, '{token}'],
    ['Authorization: Bearer {token}', '{token}'],
    [`GET ${URL}\nAuthorization: Bearer <token>`, '<token>'],
    [`{"url":"${URL}","authorization":"Bearer 12|aBc_d\\r\\n"}`, '12|aBc_d'],
  ])('%s', (text, token) => {
    expect(tokenOf(text)).toBe(token);
  });
});

test('a text that could be many headers takes no time', () => {
  const startedMs = computedMs();
  for (const part of ['authorization:"a":a,', 'authorization, "a":"', 'authorization=[{@"']) {
    tokenOf(`${URL} ${part.repeat(3_000)}`);
    tokenOf(`${URL} authorization:${'"a":"a",'.repeat(8_000)}`);
  }
  expect(computedMs() - startedMs).toBeLessThan(2_000);
});
