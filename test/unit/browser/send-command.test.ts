import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onCommand } from '../../../lib/browser/on-command';
import {
  askDetail,
  connect,
  deleteHistory,
  disconnect,
  follow,
  forgetSetAside,
  importConnections,
  importHistory,
  mute,
  refresh,
  sayIsSeen,
  showReminder,
  testConnection,
} from '../../../lib/browser/send-command';
import { failure } from '../../../lib/core/feeds/failure';
import type { Command } from '../../../lib/core/messages/command';
import type { Reply } from '../../../lib/core/messages/reply';
import type { OlieConnection } from '../../../lib/core/olie/olie';
import { PERSON, session, told } from '../../support/examples/example-history';
import { resetFakeBrowser } from '../../support/worker/fake-browser';
import { sendFromPage } from '../../support/worker/fake-messages';

beforeEach(() => resetFakeBrowser());

const address = 'https://olie.test';
const connection: OlieConnection = {
  ...{ id: 'a', kind: 'olie', address },
  ...{ token: 'secret', executionId: '7' },
};
const row = { kind: 'olie', address, executionId: '7' };
const wanted = { connectionId: 'a', id: 'run-1', isFollowed: true };
const persons = [{ id: PERSON, name: 'Ana', connectionId: 'a', seenAtMs: 7 }];
const records = told('2026-03-13 12:30', [session('s', '2026-03-13 09:00', '2026-03-13 12:00')]);
const detail = { connectionId: 'a', what: 'nesting', argument: '7' };

test('a command arrives, and its reply comes back', async () => {
  const refused = { failure: failure('token-refused', 'No.'), summary: '' };
  const done: Reply = { done: true };
  const replies: Record<Command['kind'], Reply> = {
    refresh: done,
    seen: done,
    test: refused,
    detail: { failure: null, data: { nodes: [] } },
    connect: done,
    follow: { isDone: true },
    disconnect: done,
    import: done,
    'forget-set-aside': done,
    'import-history': done,
    mute: done,
    'show-reminder': { failure: failure('permission') },
    'delete-history': done,
  };
  const arrived: Command[] = [];
  onCommand(async (command) => {
    arrived.push(command);
    return replies[command.kind];
  });
  expect(await refresh('popup')).toEqual({ done: true });
  expect(await sayIsSeen(['a'])).toEqual(done);
  expect(await testConnection(connection)).toEqual(refused);
  expect(await askDetail(detail)).toEqual({ failure: null, data: { nodes: [] } });
  expect(await connect(connection, 'b')).toEqual(done);
  expect(await follow(wanted)).toEqual({ isDone: true });
  expect(await disconnect(['a', 'b'])).toEqual(done);
  expect(await importConnections([row])).toEqual(done);
  expect(await forgetSetAside()).toEqual(done);
  expect(await importHistory(persons, records)).toEqual(done);
  expect(await mute('today')).toEqual(done);
  expect(await showReminder('goal')).toEqual({ failure: failure('permission') });
  expect(await deleteHistory()).toEqual(done);
  expect(arrived).toEqual([
    { kind: 'refresh', asker: 'popup' },
    { kind: 'seen', ids: ['a'] },
    { kind: 'test', connection },
    { kind: 'detail', ...detail },
    { kind: 'connect', connection, replacedId: 'b' },
    { kind: 'follow', ...wanted },
    { kind: 'disconnect', ids: ['a', 'b'] },
    { kind: 'import', rows: [row] },
    { kind: 'forget-set-aside' },
    { kind: 'import-history', persons, records },
    { kind: 'mute', until: 'today' },
    { kind: 'show-reminder', rule: 'goal' },
    { kind: 'delete-history' },
  ]);
});

test.each([undefined, null, 'yes', { refused: true }, { done: 'maybe' }])(
  'a reply that cannot be read is none: %j',
  async (reply) => {
    fakeBrowser.runtime.onMessage.addListener(async () => reply);
    expect(await refresh('user')).toBeNull();
  },
);

test('a change that could not be saved comes back with its reason', async () => {
  const refused: Reply = { failure: failure('storage') };
  onCommand(async () => refused);
  expect(await connect(connection, null)).toEqual(refused);
  expect(await disconnect(['a'])).toEqual(refused);
  expect(await importHistory(persons, records)).toEqual(refused);
  expect(await deleteHistory()).toEqual(refused);
  // Nothing else is taken for one.
  expect(await testConnection(connection)).toBeNull();
});

test('a command that fails in a way nobody knows is refused, and reported', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const mistake = new TypeError('x is not a function');
  onCommand(() => Promise.reject(mistake));
  expect(await sendFromPage({ kind: 'refresh', asker: 'user' })).toEqual({ refused: true });
  expect(said.mock.calls).toEqual([[mistake]]);
});

test.each([
  { what: 'that is none of ours', message: { kind: 'launch' }, url: undefined },
  {
    what: 'from another page',
    message: { kind: 'refresh', asker: 'user' },
    url: 'https://olie.test/',
  },
])('a message $what is refused, and does nothing', async ({ message, url }) => {
  const handle = vi.fn(async (): Promise<Reply> => ({ done: true }));
  onCommand(handle);
  expect(await sendFromPage(message, url)).toEqual({ refused: true });
  expect(handle).not.toHaveBeenCalled();
});

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
