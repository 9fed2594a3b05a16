import { ApiError } from '../../lib/api/api-error';
import { getTimer } from '../../lib/api/olie';
import { mayReach } from '../../lib/browser/permissions';
import { loadSettings } from '../../lib/browser/storage';
import type { Command, Reply, TestConnection, TestResult } from '../../lib/core/command';
import { savedToken } from '../../lib/core/settings';
import { connectedAs } from '../../lib/core/timer';
import { refresh } from './refresh';

/** What pages may ask of the background. The compiler insists on a case for each command. */
export async function runCommand(command: Command): Promise<Reply<Command['kind']>> {
  switch (command.kind) {
    case 'refresh':
      await refresh(command.asker);
      return { done: true };
    case 'test-connection':
      return testConnection(command);
  }
}

/** Asks once and stores nothing. */
async function testConnection(command: TestConnection): Promise<TestResult> {
  const { address, executionId } = command;
  if (!(await mayReach(address))) {
    return { failure: { kind: 'permission', address }, connectedAs: '' };
  }
  const { settings } = await loadSettings();
  const token = command.token ?? savedToken(settings, address);
  if (token === null) return { failure: { kind: 'token-refused', message: null }, connectedAs: '' };
  try {
    const { timer } = await getTimer({ address, token, executionId });
    return { failure: null, connectedAs: connectedAs(timer) };
  } catch (error) {
    if (error instanceof ApiError) return { failure: error.failure, connectedAs: '' };
    throw error;
  }
}
