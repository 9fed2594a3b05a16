import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onCommand } from '../../../lib/browser/on-command';
import { refresh, testConnection } from '../../../lib/browser/send-command';
import { failure } from '../../../lib/core/failure';
import { resetFakeBrowser } from '../../support/fake-browser';

beforeEach(() => resetFakeBrowser());

test('a command arrives, and its reply comes back', async () => {
  const refused = { failure: failure('token-refused', 'No.'), connectedAs: '' };
  onCommand(async (command) => (command.kind === 'refresh' ? { done: true } : refused));
  expect(await refresh('popup')).toEqual({ done: true });
  const values = { address: 'https://olie.test', token: null, executionId: '7' };
  expect(await testConnection(values)).toEqual(refused);
});

test.each([undefined, null, 'yes', { refused: true }, { done: 'maybe' }])(
  'a reply that cannot be read is none: %j',
  async (reply) => {
    fakeBrowser.runtime.onMessage.addListener(async () => reply);
    expect(await refresh('user')).toBeNull();
  },
);

test('where nobody answers there is no reply, and the console says why', async () => {
  const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  Object.assign(fakeBrowser.runtime, {
    sendMessage: () => Promise.reject(new Error('Could not establish connection.')),
  });
  expect(await refresh('user')).toBeNull();
  expect(said.mock.calls.flat().map(String)).toEqual([
    'The background did not answer',
    'Error: Could not establish connection.',
  ]);
});
