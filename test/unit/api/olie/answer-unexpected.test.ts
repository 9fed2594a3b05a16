import { describe, expect, test } from 'vitest';
import { ApiError } from '../../../../lib/api/api-error';
import { parseTimer } from '../../../../lib/api/olie/answer';
import example from '../../../fixtures/olie-project-execution.json' with { type: 'json' };
import { ANSWERED_AT_MS as AT_MS } from '../../../support/examples/example-timer';

describe('another document is an unexpected answer', () => {
  test.each([
    { what: 'nothing', body: null },
    { what: 'a text', body: 'OK' },
    { what: 'a list', body: [example] },
    { what: 'an empty object', body: {} },
    { what: 'a project', body: { response: true, project: { id: 7 } } },
    {
      what: 'no success',
      body: { ...example, response: false, message: 'Not yours.' },
      message: 'Not yours.',
    },
  ])('$what', ({ body, message = null }) => {
    const kind = message === null ? 'unexpected-answer' : 'refused';
    const failure = { kind, message, retryAfterS: null };
    expect(() => parseTimer(body, AT_MS, 'asked')).toThrow(ApiError);
    expect(() => parseTimer(body, AT_MS, 'asked')).toThrow(expect.objectContaining({ failure }));
  });
});

describe('a refusal is none of our answers', () => {
  test.each([0, '0', 'false', 'no', '', false, 'error', 'FAIL'])('response: %j', (response) => {
    const failure = { kind: 'refused', message: 'Não.', retryAfterS: null };
    for (const body of [
      { ...example, response, message: 'Não.' },
      { data: { response, message: 'Não.' } },
    ]) {
      expect(() => parseTimer(body, AT_MS, 'asked')).toThrow(expect.objectContaining({ failure }));
    }
  });

  test('a code for programs is not shown', () => {
    const failure = { kind: 'refused', message: null, retryAfterS: null };
    const body = { response: false, message: 'project_max_limit_exceeded' };
    expect(() => parseTimer(body, AT_MS, 'asked')).toThrow(expect.objectContaining({ failure }));
  });
});
