import { expect, test } from 'vitest';
import { statusWord } from '../../../../lib/core/feeds/status-word';

test.each([
  ['running', ['running', 'RUNNING', ' Running ', '_running_', 'workflow_running', 'Run-Running']],
  ['in_progress', ['inProgress', 'IN PROGRESS', 'in--progress', 'executionInProgress']],
  [
    'succeeded',
    ['succeeded', 'success', 'Successful', 'complete', 'COMPLETED', 'finished', 'done'],
  ],
  ['failed', ['failed', 'fail', 'failure', 'error', 'errored', 'timeout', 'time-out', 'timed_out']],
  ['failed', ['timedOut', 'workflow_failed', ' execution.failed']],
  ['cancelled', ['cancelled', 'canceled', 'Aborted', 'terminated']],
  ['failed', ['WORKFLOW_EXECUTION_STATUS_TIMED_OUT', 'STATUS_FAILED', 'workflowRunFailed']],
  ['status', ['status', 'STATUS']],
  ['statuses_failed', ['statuses failed']],
  ['not_failed', ['not failed']],
  ['failed_once', ['failed once']],
  ['unfailed', ['unfailed']],
  ['payment_error', ['Payment error']],
  ['successes', ['successes']],
  ['undone', ['undone']],
  ['uncanceled', ['uncanceled']],
  ['aborted_by_me', ['aborted by me']],
  ['rerun_now', ['rerun now']],
  ['', ['', '_', '7']],
])('a status is %j, however it is spelt: %j', (word, spellings) => {
  expect(spellings.map(statusWord)).toEqual(spellings.map(() => word));
});
