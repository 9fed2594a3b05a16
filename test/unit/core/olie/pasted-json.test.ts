import { describe, expect, test } from 'vitest';
import { readPastedJson } from '../../../../lib/core/olie/pasted-json';
import example from '../../../fixtures/olie-project-execution.json' with { type: 'json' };

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
    expect(readPastedJson(JSON.stringify(value))).toEqual({ token: null, executionId });
  });
});

test('pasted JSON names a token, in text around it too', () => {
  const text = `Here it is: {“apiToken”: “12|aB”, "executionId": "7"}.`;
  expect(readPastedJson(text)).toEqual({ token: '12|aB', executionId: '7' });
});

test('a variable of an export, {key, value}, names a token; two different ones name none', () => {
  const nothing = { token: null, executionId: null };
  const variable = (key: string, value: string) => ({ key, value, enabled: true });
  const read = (...values: object[]) => readPastedJson(JSON.stringify({ name: 'Olie', values }));
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
    expect(readPastedJson(`{"${name}": "x"}`), name).toEqual({ ...nothing, [field]: 'x' });
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
  expect(readPastedJson(JSON.stringify(value))?.executionId).toBe(id);
});

test('placeholders are told as they stand', () => {
  const text = '{"token": "<token>", "execution_id": "string"}';
  expect(readPastedJson(text)).toEqual({ token: '<token>', executionId: 'string' });
});

test.each(['', '12|aB', '{"id": "7"}', '{"user": {"id": "7"}}', '[]', '{'])(
  '%s names neither',
  (text) => {
    expect(readPastedJson(text)).toBeNull();
  },
);
