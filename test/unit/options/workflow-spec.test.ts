import { describe, expect, test } from 'vitest';
import { specFor } from '../../../entrypoints/options/b3os/workflow-spec';

const { readPasted, check } = specFor([]);
/** Fills those fields, and nothing is a placeholder. */
const filled = (values: object) => ({ values, placeholders: {} });
const created = { data: { clientToken: 'ct_1', execution: { id: 'exe_1' } } };

describe('what is pasted into the form of a workflow', () => {
  test('may be the answer that created an execution: the address stays', () => {
    expect(readPasted(JSON.stringify(created))).toEqual(
      filled({ executionId: 'exe_1', token: 'ct_1' }),
    );
  });

  test('may be that answer with an address in it, which counts too', () => {
    const stream = 'https://b3os.test/v1/public/executions/exe_1/stream?token=ct_2';
    expect(readPasted(JSON.stringify({ ...created, stream }))).toEqual(
      filled({ address: 'https://b3os.test', executionId: 'exe_1', token: 'ct_1' }),
    );
  });

  test('may be the call that created it with its answer: the key stays where it was', () => {
    const call = `curl -X POST https://api.b3os.org/v1/public/workflows/wf_1/executions -H 'Authorization: Bearer b3sk_1' -d '{"a": 1}'`;
    expect(readPasted(`${call}\n${JSON.stringify(created)}`)).toEqual(
      filled({ executionId: 'exe_1', token: 'ct_1' }),
    );
  });

  test('may be an address or a curl command, as before', () => {
    const url = 'https://b3os.test/v1/public/executions/exe_1?token=ct_1';
    const read = { address: 'https://b3os.test', executionId: 'exe_1', token: 'ct_1' };
    expect(readPasted(url)).toEqual(filled(read));
    expect(readPasted(`curl '${url}' -H 'Authorization: Bearer k'`)).toEqual(
      filled({ ...read, apiKey: 'k' }),
    );
  });

  describe('may be a program that has the client token apart from the address', () => {
    const url = 'https://b3os.test/v1/public/executions/exe_1';
    const read = { address: 'https://b3os.test', executionId: 'exe_1' };
    test.each([
      `requests.get("${url}", params={"token": "ct_1"})`,
      `axios.get('${url}', { params: { token: 'ct_1' } })`,
      `fetch('${url}?' + new URLSearchParams({ token: 'ct_1' }))`,
      `const clientToken = 'ct_1';\nfetch(\`${url}?token=\${clientToken}\`)`,
      `token = "ct_1"\nrequests.get("${url}", params=dict(token=token))`,
      `http ${url} token==ct_1`,
      `requests.get("${url}", params=[("token", "ct_1")])`,
    ])('%s', (text) => {
      expect(readPasted(text)).toEqual(filled({ ...read, token: 'ct_1' }));
    });

    test.each([
      `axios.get('${url}', { params: { token, 'format': 'json' } })`,
      `requests.get("${url}", params={"token": token, "format": "json"})`,
      `get("${url}?token=" + token, "json")`,
      `axios.get('${url}', { params: { token: 'ct:1' } })`,
      `axios.get('${url}', { params: { token: \`ct_\${rest}\` } })`,
    ])('but what only stands behind its name, and half of one, is none: %s', (text) => {
      expect(readPasted(text)).toEqual(filled(read));
    });

    test('but not if that is for another address', () => {
      const other = `axios.get('https://api.github.com/user', { params: { token: 'gh_1' } })`;
      expect(readPasted(`axios.get('${url}')\n${other}`)).toEqual(filled(read));
      expect(readPasted(`axios.get('${url}', { params: { access_token: 'gh_1' } })`)).toEqual(
        filled(read),
      );
    });
  });

  test('may have placeholders, which are no values', () => {
    const url = 'https://api.b3os.org/v1/public/executions/<id>?token={client_token}';
    expect(readPasted(`curl '${url}'`)).toEqual({
      values: { address: 'https://api.b3os.org' },
      placeholders: { executionId: '<id>', token: '{client_token}' },
    });
  });

  test('is otherwise pasted as it is', () => {
    expect(readPasted('ct_1')).toBeNull();
    expect(readPasted('{"data": {"execution": {"id": "exe_1"}}}')).toBeNull();
  });
});

test('an API key alone is filled in, so that its field says why it is refused', () => {
  const { token } = readPasted(' b3sk_4711 ')?.values ?? {};
  const form = { label: '', address: 'https://b3os.test', executionId: 'exe_1', apiKey: '' };
  expect(check({ ...form, token: token ?? '' }, null)).toMatchObject({
    errors: { token: 'clientTokenIsApiKey' },
  });
});

test('an API key as client token is refused at its field, wherever it comes from', () => {
  const form = { label: '', address: 'https://b3os.test', executionId: 'exe_1', apiKey: '' };
  const refused = { ok: false, errors: { token: 'clientTokenIsApiKey' } };
  expect(check({ ...form, token: 'b3sk_1' }, null)).toEqual(refused);
  const pasted = readPasted(JSON.stringify({ clientToken: 'b3sk_1', id: 'exe_1' }));
  expect(check({ ...form, token: '', ...pasted?.values }, null)).toEqual(refused);
});

test('an API key that cannot be one is refused at its field, and not left out in silence', () => {
  const form = { label: '', address: 'https://b3os.test', executionId: 'exe_1', token: 'ct_1' };
  expect(check({ ...form, apiKey: 'ключ 1' }, null)).toMatchObject({
    ok: false,
    errors: { apiKey: expect.any(String) },
  });
  expect(check({ ...form, apiKey: ' ' }, null)).toMatchObject({
    ok: true,
    connection: { apiKey: '' },
  });
});
