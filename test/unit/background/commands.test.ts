import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { runCommand } from '../../../entrypoints/background/commands';
import { parseCommand } from '../../../lib/core/messages/command';
import type { OlieConnection } from '../../../lib/core/olie/olie';
import { olieConnection } from '../../support/stand-ins/connections';
import type { StandInOlie } from '../../support/stand-ins/olie';
import { shownBadge } from '../../support/worker/fake-browser';
import { allow } from '../../support/worker/stored';
import { world } from '../../support/worker/world';

const values = (olie: StandInOlie, patch: Partial<OlieConnection> = {}) => ({
  kind: 'test' as const,
  connection: olieConnection(olie, { id: 'tried', ...patch }),
});
/** All that is stored. */
const stored = async () => [
  await fakeBrowser.storage.local.get(),
  await fakeBrowser.storage.sync.get(),
  await fakeBrowser.storage.session.get(),
];

describe('a test of a connection', () => {
  test('says who answered, and stores and shows nothing', async () => {
    const { olie } = await world();
    await allow(olie.url);
    expect(await runCommand(values(olie))).toEqual({
      failure: null,
      summary: 'Test User, AD-1 awdawd',
    });
    expect(olie.requests).toHaveLength(1);
    expect(await stored()).toEqual([{}, {}, {}]);
    expect(await shownBadge()).toMatchObject({ text: '', title: '' });
  });

  test('changes nothing about the connection that is saved', async () => {
    const { olie } = await world({ services: ['olie'] });
    await runCommand({ kind: 'refresh', asker: 'user' });
    const before = await stored();
    olie.stop();
    expect(await runCommand(values(olie, { token: 'wrong' }))).toMatchObject({
      failure: { kind: 'token-refused', message: 'Unauthenticated.' },
    });
    expect(await runCommand(values(olie))).toEqual({ failure: null, summary: 'Test User' });
    expect(await stored()).toEqual(before);
  });

  test('without a permission asks nobody', async () => {
    const { olie } = await world();
    expect(await runCommand(values(olie))).toEqual({
      failure: { kind: 'permission', message: null, retryAfterS: null },
      summary: '',
    });
    expect(olie.requests).toEqual([]);
  });

  test('asks with what it is given, and never with what is saved', async () => {
    const { olie } = await world({ services: ['olie'] });
    await runCommand({ kind: 'refresh', asker: 'user' });
    await runCommand(values(olie, { id: 'olie', token: 'typed', executionId: 'typed' }));
    expect(olie.requests.at(-1)).toMatchObject({
      path: '/api/management/project-executions/typed',
      authorization: 'Bearer typed',
    });
  });

  test.each([
    { what: 'without a token', patch: { token: null } },
    { what: 'without an address', patch: { address: undefined } },
    { what: 'of a kind that this version does not know', patch: { kind: 'later' } },
    { what: 'of a kind that every object has', patch: { kind: 'constructor' } },
  ])('that is $what is no command', async ({ patch }) => {
    const { olie } = await world();
    const { kind, connection } = values(olie);
    expect(parseCommand({ kind, connection })).toEqual({ kind, connection });
    expect(parseCommand({ kind, connection: { ...connection, ...patch } })).toBeNull();
  });

  test.each([
    { fault: { status: 404, body: { message: 'Gone' } }, kind: 'unknown-id' },
    { fault: { status: 503 }, kind: 'server-error' },
    { fault: { status: 200, body: { hello: 'world' } }, kind: 'unexpected-answer' },
    { fault: 'reset' as const, kind: 'network' },
  ])('that fails says how: $kind', async ({ fault, kind }) => {
    const { olie } = await world();
    await allow(olie.url);
    olie.fail(fault);
    expect(await runCommand(values(olie))).toMatchObject({ failure: { kind }, summary: '' });
  });
});

test('a refresh is done when its answer is stored', async () => {
  await world({ services: ['olie'] });
  expect(await runCommand({ kind: 'refresh', asker: 'popup' })).toEqual({ done: true });
  expect((await shownBadge()).text).toBe('37m');
});

describe('where the disk is full, a command that saves', () => {
  const FULL = new Error('Resource::kQuotaBytes quota exceeded');
  const refusal = { failure: { kind: 'storage', message: null, retryAfterS: null } };

  test('says so, changes nothing and asks nobody', async () => {
    const { olie } = await world({ services: ['olie'], started: true });
    const reported = vi.spyOn(console, 'error').mockReturnValue();
    const before = await stored();
    const asked = olie.requests.length;
    const full = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(FULL);
    const connection = olieConnection(olie, { id: 'second' });
    const commands = [
      { kind: 'connect', connection, replacedId: 'olie' },
      { kind: 'disconnect', ids: ['olie'] },
    ] as const;
    for (const command of commands) {
      const parsed = parseCommand(command);
      expect(parsed && (await runCommand(parsed))).toEqual(refusal);
    }
    expect(reported).toHaveBeenCalledTimes(2);
    full.mockRestore();
    expect(await stored()).toEqual(before);
    expect(olie.requests).toHaveLength(asked);
    expect(await runCommand({ kind: 'connect', connection, replacedId: 'olie' })).toEqual({
      done: true,
    });
    expect(olie.requests).toHaveLength(asked + 1);
  });

  test('also says so where what it cannot read should go', async () => {
    await world();
    vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(fakeBrowser.storage.local, 'remove').mockRejectedValue(FULL);
    expect(await runCommand({ kind: 'forget-set-aside' })).toEqual(refusal);
  });
});
