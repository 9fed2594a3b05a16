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
