import { describe, expect, test } from 'vitest';
import { ApiError } from '../../../lib/api/api-error';
import { parseWorkflow } from '../../../lib/api/b3os/answer';
import { parseTimer } from '../../../lib/api/olie/answer';
import { parseRuns } from '../../../lib/api/zaia/answer';
import { parseDetails } from '../../../lib/api/zaia/details';
import { parseNesting } from '../../../lib/api/zaia/nesting';
import olie from '../../fixtures/olie-project-execution.json' with { type: 'json' };

// A call that went well, of something that did not: the error is the run's own, not that of the call.

const FAILED = { id: 'exe_1', status: 'workflow_failed' };
const RUN = { id: 'run-1', status: 'failed', startedAt: '2026-03-13T20:41:00Z' };

const kindOf = (read: () => unknown) => {
  try {
    read();
    return 'read';
  } catch (error) {
    return error instanceof ApiError ? error.failure.kind : String(error);
  }
};

describe('a failed workflow is read', () => {
  test.each([
    { error: { code: 500, message: 'HTTP 500 from the tax service' } },
    { code: 404 },
    { success: false, message: 'not today' },
    { data: { statusCode: 404 } },
  ])('with %j', (own) => {
    expect(parseWorkflow({ code: 200, data: { ...FAILED, ...own } }).status).toBe(
      'workflow_failed',
    );
    expect(parseWorkflow({ ...FAILED, ...own }).status).toBe('workflow_failed');
  });

  test('but what stands around it speaks of the call', () => {
    expect(kindOf(() => parseWorkflow({ code: 500, data: FAILED }))).toBe('server-error');
    expect(kindOf(() => parseWorkflow({ success: false, data: FAILED }))).toBe('refused');
  });
});

describe('a failed run is read', () => {
  test.each([
    { error: { code: 401, message: 'Google said 401' } },
    { error: { statusCode: 429 } },
    { response: 'No' },
    { success: false },
  ])('with %j', (own) => {
    const run = { ...RUN, ...own };
    for (const body of [run, { data: run }]) {
      expect(parseDetails(body, 'run-1').run.status).toBe('failed');
      expect(parseNesting(body).nodes).toHaveLength(1);
    }
  });

  test('but what stands around it speaks of the call', () => {
    expect(kindOf(() => parseDetails({ code: 429, data: RUN }, 'run-1'))).toBe('too-many-requests');
    expect(kindOf(() => parseNesting({ success: false, data: RUN }))).toBe('refused');
  });
});

test("Olie's answer speaks of the call itself, and what is in it does not", () => {
  const read = (patch: object) => kindOf(() => parseTimer({ ...olie, ...patch }, 0, ''));
  expect(read({ response: false, message: 'no' })).toBe('refused');
  expect(read({ data: { response: false } })).toBe('read');
});

describe('a refusal that came with a success is none of our answers', () => {
  const nothing = { current_execution: null, recent_executions: [], data: [] };
  test.each([
    [{ status: 401 }, 'token-refused'],
    [{ code: 'no_access', status: '403' }, 'token-refused'],
    [{ status: 404 }, 'unknown-id'],
    [{ error: { status: 429 } }, 'too-many-requests'],
    [{ status: 'error' }, 'refused'],
    [{ status: 'Fail' }, 'refused'],
    [{ ok: false }, 'refused'],
    [{ error: true }, 'refused'],
    [{ error: 1 }, 'refused'],
  ])('%j', (said, kind) => {
    const body = { ...nothing, ...said, message: 'Sem acesso.' };
    expect(kindOf(() => parseTimer(body, 0, ''))).toBe(kind);
    expect(kindOf(() => parseRuns(body))).toBe(kind);
    expect(kindOf(() => parseWorkflow({ ...body, data: FAILED }))).toBe(kind);
  });

  test.each([
    { status: 200 },
    { status: 0 },
    { status: 'ok' },
    { ok: true },
    { error: null },
    { error: false },
    { error: '0' },
    { error: '' },
    { error: [] },
    { error: 'The last node failed' },
  ])('but %j is none', (said) => {
    const body = { ...nothing, ...said };
    expect(kindOf(() => parseTimer(body, 0, ''))).toBe('read');
    expect(kindOf(() => parseRuns(body))).toBe('read');
    expect(kindOf(() => parseWorkflow({ ...body, data: FAILED }))).toBe('read');
  });
});
