import { describe, expect, test } from 'vitest';
import { readPastedJson } from '../../../../lib/core/b3os/pasted-json';
import made from '../../../fixtures/b3os-public-execution.made.json' with { type: 'json' };
import { computedMs } from '../../../support/examples/computed-ms';

const whole = { executionId: 'exe_7', token: 'ct_secret' };
const clientToken = 'ct_secret';
const answer = { code: 201, data: { clientToken, execution: { ...made.data, id: 'exe_7' } } };

describe('the answer of the call that created an execution names its id and its client token', () => {
  test.each([
    ['on one line', JSON.stringify(answer)],
    ['on several lines', JSON.stringify(answer, null, 2)],
    ['with white space around it', `\n  ${JSON.stringify(answer)}\r\n`],
    [
      'below its HTTP headers',
      `HTTP/2 201\r\ncontent-type: text/html\r\n\r\n${JSON.stringify(answer)}`,
    ],
    [
      'below the call, as a terminal has it',
      `$ curl -X POST https://api.b3os.org/v1/public/workflows/wf_1/executions -d '{"input":{"id":"x"}}'\n${JSON.stringify(answer)}\n$ `,
    ],
    [
      'below the call and what it sends, on several lines',
      `POST /v1/public/workflows/wf_1/executions\n\n{\n  "input": [7]\n}\n\n${JSON.stringify(answer, null, 2)}`,
    ],
    ['in a sentence', `The answer was ${JSON.stringify(answer)}, as documented.`],
  ])('%s', (_, text) => {
    expect(readPastedJson(text)).toEqual(whole);
  });
});

describe('any JSON with a client token and an id will do', () => {
  test.each([
    { clientToken, id: 'exe_7' },
    { id: 'exe_7', client_token: clientToken },
    { clientToken, executionId: 'exe_7', id: 'req_1' },
    { clientToken, execution_id: 'exe_7' },
    { execution: { id: 'exe_7', clientToken } },
    { id: 'req_1', execution: { id: 'exe_7' }, auth: { clientToken } },
    { data: { id: 'exe_7' }, clientToken },
    { id: 'req_1', auth: { clientToken }, reference: { executionId: 'exe_7' } },
    { id: 'req_1', auth: { clientToken, id: 'exe_7' } },
    [{ id: 'exe_7', clientToken }],
    { executions: [{ id: 'exe_7', clientToken }] },
    { workflow: { id: 'wf_1' }, execution: { id: 'exe_7', events: [{ id: 'e' }] }, clientToken },
    { clientToken: ' ct_secret\n', id: ' exe_7 ' },
  ])('%j', (value) => {
    expect(readPastedJson(JSON.stringify(value))).toEqual(whole);
  });

  test('a number is an id too', () => {
    expect(readPastedJson('{"clientToken": "ct_secret", "id": 7}')).toEqual({
      ...whole,
      executionId: '7',
    });
  });

  test('without an id, the token alone', () => {
    expect(readPastedJson(`{"clientToken": "ct_secret"}`)).toEqual({ ...whole, executionId: null });
  });
});

describe('what is none is pasted as it is', () => {
  test.each([
    '',
    'ct_secret',
    'exe_7',
    '{',
    '}{',
    '[]',
    '{"clientToken"}',
    '{"clientToken": ""}',
    '{"clientToken": {"id": "x"}}',
    '{"data": {"id": "exe_7", "status": "workflow_running"}}',
    '"clientToken"',
    '[{"clientToken": "ct_a", "id": "a"}, {"clientToken": "ct_b", "id": "b"}]',
    '{"clientToken": "ct_a", "id": "a"}\n{"clientToken": "ct_b", "id": "b"}',
    '{"clientToken": "ct_a", "id": "a"}\n{"error": "gone"}',
    'null',
    JSON.stringify(made),
  ])('%s', (text) => {
    expect(readPastedJson(text)).toBeNull();
  });
});

test('placeholders are told as they stand', () => {
  const text = '{"clientToken": "<string>", "id": "{id}"}';
  expect(readPastedJson(text)).toEqual({ token: '<string>', executionId: '{id}' });
});

test('JSON that is deep or large is read in no time', () => {
  const deep = `${'['.repeat(5000)}{"clientToken": "x"}${']'.repeat(5000)}`;
  const large = JSON.stringify({ rows: Array.from({ length: 100_000 }, () => ({})), clientToken });
  const startMs = computedMs();
  expect(readPastedJson(deep)).toBeNull();
  expect(readPastedJson(large)).toMatchObject({ token: clientToken });
  expect(computedMs() - startMs).toBeLessThan(1000);
});
