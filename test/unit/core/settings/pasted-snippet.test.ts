import { describe, expect, test } from 'vitest';
import { B3OS_PATH } from '../../../../lib/core/b3os/b3os';
import { isPlaceholder } from '../../../../lib/core/feeds/copied-text';
import { OLIE_PATH } from '../../../../lib/core/olie/olie';
import { pastedParameter, readPastedRequest } from '../../../../lib/core/settings/pasted-request';
import { ZAIA_PATH } from '../../../../lib/core/zaia/zaia';

const ID = 'a14afcbd-38b1-4b97-8950-02c09547611a';
const PATH = `/api/management/project-executions/${ID}`;
const URL = `https://api.olie.ai${PATH}`;
const all = { address: 'https://api.olie.ai', token: '12|aBc_d', executionId: ID };

describe('a snippet of documentation fills all that it names', () => {
  test.each([
    [
      'fetch',
      `const options = {method: 'GET', headers: {Authorization: 'Bearer 12|aBc_d'}};\n\nfetch('${URL}', options)\n  .then(response => response.json());`,
    ],
    [
      'fetch, as Chrome copies it',
      `fetch("${URL}", {\n  "headers": {\n    "accept": "application/json",\n    "authorization": "Bearer 12|aBc_d",\n    "sec-fetch-mode": "cors"\n  },\n  "referrer": "https://app.olie.ai/",\n  "method": "GET"\n});`,
    ],
    [
      'Python, requests',
      `import requests\n\nurl = "${URL}"\n\nheaders = {"Authorization": "Bearer 12|aBc_d"}\n\nresponse = requests.get(url, headers=headers)`,
    ],
    [
      'Python, http.client',
      `import http.client\n\nconn = http.client.HTTPSConnection("api.olie.ai")\n\nheaders = { 'Authorization': "Bearer 12|aBc_d" }\n\nconn.request("GET", "${PATH}", headers=headers)`,
    ],
    [
      'Go',
      `url := "${URL}"\n\nreq, _ := http.NewRequest("GET", url, nil)\n\nreq.Header.Add("Authorization", "Bearer 12|aBc_d")\n\nres, _ := http.DefaultClient.Do(req)`,
    ],
    [
      'PHP, curl',
      `curl_setopt_array($curl, [\n  CURLOPT_URL => "${URL}",\n  CURLOPT_HTTPHEADER => [\n    "Authorization: Bearer 12|aBc_d"\n  ],\n]);`,
    ],
    [
      'PHP, Guzzle',
      `$client = new \\GuzzleHttp\\Client();\n\n$response = $client->request('GET', '${URL}', [\n  'headers' => [\n    'Authorization' => 'Bearer 12|aBc_d',\n  ],\n]);`,
    ],
    [
      'Node, https',
      `const options = {\n  "method": "GET",\n  "hostname": "api.olie.ai",\n  "port": null,\n  "path": "${PATH}",\n  "headers": {\n    "Authorization": "Bearer 12|aBc_d"\n  }\n};`,
    ],
    [
      'a raw request',
      `GET ${PATH} HTTP/1.1\r\nAuthorization: Bearer 12|aBc_d\r\nHost: api.olie.ai`,
    ],
    [
      'wget',
      `wget --quiet \\\n  --header 'Authorization: Bearer 12|aBc_d' \\\n  --output-document \\\n  - ${URL}`,
    ],
    ['HTTPie', `http GET ${URL} \\\n  Authorization:'Bearer 12|aBc_d'`],
    [
      'PowerShell',
      `$headers=@{}\n$headers.Add("Authorization", "Bearer 12|aBc_d")\n$response = Invoke-WebRequest -Uri '${URL}' -Method GET -Headers $headers`,
    ],
    [
      'PowerShell, as Chrome copies it',
      `Invoke-WebRequest -UseBasicParsing -Uri "${URL}" \`\n-Headers @{\n"authority"="api.olie.ai"\n  "authorization"="Bearer 12|aBc_d"\n}`,
    ],
    ['Ruby', `url = URI("${URL}")\nrequest["Authorization"] = 'Bearer 12|aBc_d'`],
    [
      'curl with smart quotes and a dash, from a text processor',
      `curl –request GET –url “${URL}” –header ‘Authorization: Bearer 12|aBc_d’`,
    ],
    [
      'curl with marks that nobody sees',
      `curl\u00a0'${URL}' -H 'Authorization: Bearer 12|\u200baBc_d'`,
    ],
  ])('%s', (_, text) => {
    expect(readPastedRequest(text, OLIE_PATH)).toEqual(all);
  });

  test('the header alone names the token', () => {
    const token = { address: null, token: '12|aBc_d', executionId: null };
    for (const text of ['Authorization: Bearer 12|aBc_d', '"authorization": "Bearer 12|aBc_d",']) {
      expect(readPastedRequest(text, OLIE_PATH)).toEqual(token);
    }
  });
});

const header = 'Bearer 12|aBc_d';

test.each([
  [`request["Authorization"]='${header}'`],
  [`request["Authorization"]  =  "${header}"`],
  [`AUTHORIZATION:${header}`],
  [`{"Authorization"   :   f"${header}"}`],
  [`Authorization = """${header}"""`],
  [`'Authorization'=>'${header}'`],
  ["authorization: 'bearer   12|aBc_d'"],
  [`Authorization: ${header}  \r\nHost: api.olie.ai`],
])('a header is read however it is written: %j', (text) => {
  expect(readPastedRequest(text, OLIE_PATH)?.token).toBe('12|aBc_d');
});

test.each([
  ['Host: olie.test:8443', 'https://olie.test:8443'],
  ['host:olie.test', 'https://olie.test'],
  ["hostname  =  'olie.test'", 'https://olie.test'],
  ['HTTPSConnection(  "olie.test:8443")', 'https://olie.test:8443'],
])('a path of its own is of the host that is named beside it: %j', (host, address) => {
  const text = `GET /status, then ${PATH}\n${host}`;
  expect(readPastedRequest(text, OLIE_PATH)).toEqual({ address, token: null, executionId: ID });
});

test.each([
  ['http://localhost:8000/project-executions/7', 'http://localhost:8000', '7'],
  [`https://x.test/status and ${URL}`, 'https://api.olie.ai', ID],
  ['https://x.test/<tenant>/project-executions/<the-id>/x', 'https://x.test/<tenant>', '<the-id>'],
  ['https://x.test/<a>/<b>/project-executions/7', 'https://x.test/<a>/<b>', '7'],
])('an address in a text is taken whole: %s', (url, address, executionId) => {
  const found = { address, token: null, executionId };
  expect(readPastedRequest(`fetch('${url}')`, OLIE_PATH)).toEqual(found);
});

describe('a snippet with placeholders names them', () => {
  test.each([
    [
      'curl',
      `curl ${URL.replace(ID, '{project_execution_id}')} -H 'Authorization: Bearer <token>'`,
    ],
    [
      'fetch',
      `fetch('${URL.replace(ID, '{project_execution_id}')}', {headers: {Authorization: 'Bearer <token>'}})`,
    ],
    [
      'Go',
      `url := "${URL.replace(ID, '{project_execution_id}')}"\nreq.Header.Add("Authorization", "Bearer <token>")`,
    ],
    [
      'encoded',
      `fetch('${URL.replace(ID, '%7Bproject_execution_id%7D')}', {headers: {Authorization: 'Bearer <token>'}})`,
    ],
  ])('%s', (_, text) => {
    expect(readPastedRequest(text, OLIE_PATH)).toEqual({
      address: 'https://api.olie.ai',
      token: '<token>',
      executionId: '{project_execution_id}',
    });
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: the snippet has it so
  test.each(['${token}', 'YOUR_API_TOKEN', 'string', '{{token}}', 'SEU_TOKEN'])('%s', (token) => {
    const text = `fetch(\`${URL}\`, {headers: {Authorization: \`Bearer ${token}\`}})`;
    expect(readPastedRequest(text, OLIE_PATH)).toEqual({ ...all, token });
    expect(isPlaceholder(token)).toBe(true);
  });
});

describe('of the other services', () => {
  test('Zaia takes its key without a scheme', () => {
    const text = `fetch('https://api.endless.zaia.app/api/v1/executions?pageSize=10', {headers: {authorization: 'zk_7f'}})`;
    expect(readPastedRequest(text, ZAIA_PATH)).toEqual({
      address: 'https://api.endless.zaia.app',
      token: 'zk_7f',
      executionId: null,
    });
  });

  test('B3OS takes its client token from the address', () => {
    const text = `requests.get("https://api.b3os.org/v1/public/executions/exe_7?token=ct_1", headers={})`;
    expect(readPastedRequest(text, B3OS_PATH)?.executionId).toBe('exe_7');
    expect(pastedParameter(text, B3OS_PATH, 'token')).toBe('ct_1');
  });
});

test.each([
  ['half of a command', `curl '${URL}' -H 'Authorization: Bearer 12|a`],
  ['a word about it', 'The authorization is missing'],
  ['a path without its host', `GET ${PATH} HTTP/1.1`],
])('%s fills nothing', (_, text) => {
  expect(readPastedRequest(text, OLIE_PATH)).toBeNull();
});
