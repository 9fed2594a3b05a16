import { describe, expect, test } from 'vitest';
import { B3OS_PATH } from '../../../../lib/core/b3os/b3os';
import { isPlaceholder } from '../../../../lib/core/feeds/copied-text';
import { pastedFields } from '../../../../lib/core/feeds/pasted-fields';
import { OLIE_PATH } from '../../../../lib/core/olie/olie';
import { pastedParameter, readPastedRequest } from '../../../../lib/core/settings/pasted-request';

const ID = 'a14afcbd-38b1-4b97-8950-02c09547611a';
const URL = `https://api.olie.ai/api/management/project-executions/${ID}`;
const all = { address: 'https://api.olie.ai', token: '12|aBc_d', executionId: ID };

describe('a curl command fills all that it names', () => {
  test.each([
    ['on one line', `curl ${URL} -H "Authorization: Bearer 12|aBc_d"`],
    [
      'on several lines, as documentation shows it',
      `curl --request GET \\\n  --url ${URL} \\\n  --header 'Accept: application/json' \\\n  --header 'Authorization: Bearer 12|aBc_d'`,
    ],
    ['with the header first', `curl -H 'authorization: bearer 12|aBc_d' '${URL}'`],
    ['with a prompt before it', `$ curl -s -X GET "${URL}" -H "Authorization:Bearer 12|aBc_d"`],
    ['with Windows line ends', `curl '${URL}' \\\r\n  -H 'Authorization: Bearer 12|aBc_d'\r\n`],
    [
      'copied from Chrome for bash',
      `curl '${URL}' \\\n  -H 'accept: application/json' \\\n  -H 'authorization: Bearer 12|aBc_d' \\\n  -H 'referer: https://app.olie.ai/' \\\n  --compressed`,
    ],
    [
      'copied from Chrome for cmd',
      `curl ^"${URL}^" ^\r\n  -H ^"accept: application/json^" ^\r\n  -H ^"authorization: Bearer 12^|aBc^_d^" ^\r\n  -H ^"referer: https://app.olie.ai/^"`,
    ],
    ['copied from Firefox for Windows', `curl.exe "${URL}" -H "Authorization: Bearer 12|aBc_d"`],
  ])('%s', (_, text) => {
    expect(readPastedRequest(text, OLIE_PATH)).toEqual(all);
  });

  test('of a service elsewhere, with a port and a path', () => {
    const text = `curl http://127.0.0.1:8000/t/api/management/project-executions/7 -H 'Authorization: Bearer x'`;
    expect(readPastedRequest(text, OLIE_PATH)).toEqual({
      address: 'http://127.0.0.1:8000/t',
      token: 'x',
      executionId: '7',
    });
  });

  test('of another path names the token alone', () => {
    const text = `curl https://api.olie.ai/api/management/projects/7 -H 'Authorization: Bearer x'`;
    expect(readPastedRequest(text, OLIE_PATH)).toEqual({
      address: null,
      token: 'x',
      executionId: null,
    });
  });
});

describe('an address fills address and id', () => {
  test.each([
    ['alone', URL],
    ['with white space around it', `\n ${URL}  `],
    ['with a query', `${URL}?with=project`],
    ['with a fragment', `${URL}#top`],
    ['with more of a path', `${URL}/edit`],
    ['without the common part', `https://api.olie.ai/project-executions/${ID}`],
    ['within a sentence', `Ask "${URL}" please`],
  ])('%s', (_, text) => {
    expect(readPastedRequest(text, OLIE_PATH)).toEqual({ ...all, token: null });
  });

  test('with an encoded id', () => {
    const of = (id: string) =>
      readPastedRequest(`https://x.test/project-executions/${id}`, OLIE_PATH);
    expect(of('a%20b')?.executionId).toBe('a b');
    expect(of('50%')?.executionId).toBe('50%');
  });
});

describe('placeholders of documentation are no values', () => {
  test.each(['{id}', '{project_execution_id}', '%7Bid%7D', '<id>', ':id', '$ID'])(
    'the id %s',
    (id) => {
      const text = `curl https://api.olie.ai/api/management/project-executions/${id} -H "Authorization: Bearer x"`;
      expect(pastedFields({ ...readPastedRequest(text, OLIE_PATH) })).toEqual({
        values: { address: 'https://api.olie.ai', token: 'x' },
        placeholders: { executionId: decodeURIComponent(id) },
      });
    },
  );

  test.each(['{token}', '<token>', '<YOUR-TOKEN>', '$OLIE_TOKEN'])('the token %s', (token) => {
    const text = `curl ${URL} -H "Authorization: Bearer ${token}"`;
    const { token: _, ...values } = all;
    expect(pastedFields({ ...readPastedRequest(text, OLIE_PATH) })).toEqual({
      values,
      placeholders: { token },
    });
  });
});

describe('what is neither is pasted as it is', () => {
  test.each([
    '',
    '12|aBc_d',
    'Bearer 12|aBc_d',
    ID,
    'https://api.olie.ai',
    'https://api.olie.ai/api/management',
    'https://api.olie.ai/project-executions/',
    'curl',
    'curl --version',
    'curling is a sport: https://x.test',
  ])('%j', (text) => {
    expect(readPastedRequest(text, OLIE_PATH)).toBeNull();
  });
});

describe('a request to another service', () => {
  const ADDRESS = 'https://api.b3os.org/v1/public/executions/exe_7?token=ct%2Fsecret';
  const named = { address: 'https://api.b3os.org', token: null, executionId: 'exe_7' };

  test.each([
    ['an address', ADDRESS],
    ['a curl command', `curl "${ADDRESS}" -H "accept: application/json"`],
    ['copied from Chrome for cmd', `curl ^"${ADDRESS.replace('%', '^%')}^" ^\r\n  --compressed`],
    ['after a referrer', `curl -e 'https://app.b3os.org/orders' '${ADDRESS}'`],
  ])('%s names address, id and parameter', (_, text) => {
    expect(readPastedRequest(text, B3OS_PATH)).toEqual(named);
    expect(pastedParameter(text, B3OS_PATH, 'token')).toBe('ct/secret');
    expect(pastedParameter(text, B3OS_PATH, 'key')).toBeNull();
  });

  test('with a key names that too', () => {
    const text = `curl "${ADDRESS}" -H "Authorization: Bearer k_1"`;
    expect(readPastedRequest(text, B3OS_PATH)).toEqual({ ...named, token: 'k_1' });
  });

  test.each(['{client_token}', '<token>', '$TOKEN', ':token'])(
    'the parameter "%s" is a placeholder, and told as it stands',
    (placeholder) => {
      const text = `curl "https://api.b3os.org/v1/public/executions/exe_7?token=${placeholder}"`;
      expect(pastedParameter(text, B3OS_PATH, 'token')).toBe(placeholder);
      expect(isPlaceholder(placeholder)).toBe(true);
    },
  );

  test('without a value has no parameter', () => {
    const text = 'curl "https://api.b3os.org/v1/public/executions/exe_7?token="';
    expect(pastedParameter(text, B3OS_PATH, 'token')).toBeNull();
  });

  test('is none of this one', () => {
    expect(readPastedRequest(URL, B3OS_PATH)).toBeNull();
    expect(readPastedRequest(ADDRESS, OLIE_PATH)).toBeNull();
    expect(pastedParameter(`${URL}?token=x`, B3OS_PATH, 'token')).toBeNull();
    expect(pastedParameter('ct_secret', B3OS_PATH, 'token')).toBeNull();
  });
});

test('a parameter beside the address is taken whole', () => {
  const url = 'https://api.b3os.org/v1/public/executions/exe_7';
  for (const text of [
    `curl -G ${url} --data-urlencode 'token=ct/a b'`,
    `curl -G ${url} -d $'x=1&token=ct/a b'`,
    `curl --get ${url} --url-query 'token=ct/a b'`,
  ]) {
    expect(pastedParameter(text, B3OS_PATH, 'token')).toBe('ct/a b');
  }
});
