import { ApiError } from '../../lib/api/api-error';
import { getTimer } from '../../lib/api/olie';
import { mayReach } from '../../lib/browser/permissions';
import { loadSettings } from '../../lib/browser/settings-storage';
import type { Command, TestConnection } from '../../lib/core/command';
import { type Failure, failure } from '../../lib/core/failure';
import type { Reply, TestReply } from '../../lib/core/reply';
import { savedToken } from '../../lib/core/settings';
import { connectedAs } from '../../lib/core/timer';
import { refresh } from './refresh';

/** What pages may ask of the background. The compiler insists on a case for each command. */
export async function runCommand(command: Command): Promise<Reply> {
  switch (command.kind) {
    case 'refresh':
      await refresh(command.asker);
      return { done: true };
    case 'test-connection':
      return testConnection(command);
  }
}

/** Asks once and stores nothing. */
async function testConnection(command: TestConnection): Promise<TestReply> {
  const { address, executionId } = command;
  if (!(await mayReach(address))) return failed(failure('permission'));
  const { settings } = await loadSettings();
  const token = command.token ?? savedToken(settings, address);
  if (token === null) return failed(failure('token-refused'));
  try {
    const { timer } = await getTimer({ address, token, executionId });
    return { failure: null, connectedAs: connectedAs(timer) };
  } catch (error) {
    if (error instanceof ApiError) return failed(error.failure);
    throw error;
  }
}

function failed(cause: Failure): TestReply {
  return { failure: cause, connectedAs: '' };
}
