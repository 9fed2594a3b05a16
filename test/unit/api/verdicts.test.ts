import { describe, expect, test } from 'vitest';
import { ApiError } from '../../../lib/api/api-error';
import { parseWorkflow } from '../../../lib/api/b3os/answer';
import { parseTimer } from '../../../lib/api/olie/answer';
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
