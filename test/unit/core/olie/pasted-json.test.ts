import { describe, expect, test } from 'vitest';
import { readPastedJson } from '../../../../lib/core/olie/pasted-json';
import example from '../../../fixtures/olie-project-execution.json' with { type: 'json' };

/** Where no address is another's. */
const readOwn = (text: string) => readPastedJson(text, () => false);

describe('pasted JSON names an execution', () => {
  test.each([
    ['the running one of an answer', example, example.current_execution.id],
    [
      'a finished one, if none runs',
      { ...example, current_execution: null },
      example.recent_executions[0]?.id,
    ],
    ['in an envelope', { data: example }, example.current_execution.id],
    ['an execution alone', example.recent_executions[1], example.recent_executions[1]?.id],
    ['by the name of the path', { project: { id: 'p' }, project_execution_id: 7 }, '7'],
  ])('%s', (_, value, executionId) => {
    expect(readOwn(JSON.stringify(value))).toEqual({ token: null, executionId });
  });
});

test('pasted JSON names a token, in text around it too', () => {
  const text = `Here it is: {“apiToken”: “12|aB”, "executionId": "7"}.`;
  expect(readOwn(text)).toEqual({ token: '12|aB', executionId: '7' });
});

test('a variable of an export, {key, value}, names a token; two different ones name none', () => {
  const nothing = { token: null, executionId: null };
  const variable = (key: string, value: string) => ({ key, value, enabled: true });
  const read = (...values: object[]) => readOwn(JSON.stringify({ name: 'Olie', values }));
  expect(read(variable('token', '12|aB'))).toEqual({ ...nothing, token: '12|aB' });
  expect(read(variable('host', 'b.test'))).toBeNull();
  expect(read(variable('token', '1|a'), variable('api_token', '1|a'))?.token).toBe('1|a');
  expect(read(variable('token', '1|a'), variable('api_token', '2|b'))).toBeNull();
});

test.each([
  ['a token', ['apiToken', 'api_token', 'accessToken', 'access_token', 'token'], 'token'],
  [
    'an execution',
    ['project_execution_id', 'projectExecutionId', 'execution_id', 'executionId'],
    'executionId',
  ],
] as const)('each name of %s is known: %j', (_, names, field) => {
  const nothing = { token: null, executionId: null };
  for (const name of names) {
    expect(readOwn(`{"${name}": "x"}`), name).toEqual({ ...nothing, [field]: 'x' });
  }
});

test.each([
  ['its own name', { current_execution: { id: 'a' }, execution_id: 'b' }, 'b'],
  [
    'the running execution',
    { current_execution: { id: 'a' }, row: { id: 'b', funnel_step_id: 1 } },
    'a',
  ],
  ['a finished execution', { current_execution: 'a', row: { id: 'b', funnel_step_id: 1 } }, 'b'],
  ['no other thing', { current_execution: {}, user: { id: 'b' }, token: 't' }, null],
])('an id is that of %s: %j', (_, value, id) => {
  expect(readOwn(JSON.stringify(value))?.executionId).toBe(id);
});

test('placeholders are told as they stand', () => {
  const text = '{"token": "<token>", "execution_id": "string"}';
  expect(readOwn(text)).toEqual({ token: '<token>', executionId: 'string' });
});

test.each(['', '12|aB', '{"id": "7"}', '{"user": {"id": "7"}}', '[]', '{'])(
  '%s names neither',
  (text) => {
    expect(readOwn(text)).toBeNull();
  },
);

describe('a token that is for somebody else is not taken', () => {
  const isForeign = (url: string) => new URL(url).hostname !== 'api.olie.ai';
  const token = (value: object) => readPastedJson(JSON.stringify(value), isForeign)?.token ?? null;
  const bearer = { bearer: [{ key: 'token', value: 't' }] };

  test.each([
    ...['url', 'uri', 'URL', 'baseURL', 'base_url', 'api-url', 'apiUrl', 'serviceUrl'],
    ...['host', 'hostname', 'endpoint', 'server', 'serverHost', 'domain'],
  ])('beside another address, named %s', (name) => {
    expect(token({ [name]: 'https://api.github.com/user', token: 't' })).toBeNull();
    expect(token({ [name]: 'https://api.olie.ai/api', token: 't' })).toBe('t');
  });

  test.each(['avatar_url', 'photoUrl', 'urls', 'hosted', 'website'])(
    'but %s is no name of what it is for',
    (name) => {
      expect(token({ [name]: 'https://api.github.com/user', token: 't' })).toBe('t');
    },
  );

  test.each([
    ['api.github.com', null],
    [' api.github.com:443/user ', null],
    ['//api.github.com?x', null],
    ['api.github.com#x', null],
    ['localhost:3000', null],
    ['LOCALHOST', null],
    ['wss://gitlab', null],
    ['api.olie.ai', 't'],
    ['api.olie.ai:443/api', 't'],
    // No addresses.
    ['production', 't'],
    ['/api/user.json', 't'],
    ['a.b c', 't'],
    ['https://<host>/user', 't'],
    ['', 't'],
    [7, 't'],
    [null, 't'],
  ])('beside the host %j: %j', (host, taken) => {
    expect(token({ host, token: 't' })).toBe(taken);
  });

  const url = 'https://api.github.com';
  const ours = 'https://api.olie.ai';
  test.each([
    ['within what has that address', { url, auth: { deep: [{ token: 't' }] } }, null],
    ['beside what has that address', { github: { url }, token: 't' }, 't'],
    ['after what has that address', { github: { url, token: 'g' }, olie: { token: 't' } }, 't'],
    ['within it, but with an address of its own', { url, one: { url: ours, token: 't' } }, 't'],
    ['beside ours, too', { url, host: ours, token: 't' }, 't'],
    ['in an export', { request: { auth: bearer, url: { raw: url } } }, null],
    ['in an export of ours', { request: { auth: bearer, url: { raw: ours } } }, 't'],
    ['among variables', { values: [{ key: 'url', value: url }, ...bearer.bearer] }, null],
    ['among ours', { values: [{ key: 'url', value: ours }, ...bearer.bearer] }, 't'],
    ['beside a list of anything', { url, list: [null, 7, 'x'], token: 't' }, null],
  ])('%s', (_, value, taken) => {
    expect(token(value)).toBe(taken);
  });
});
