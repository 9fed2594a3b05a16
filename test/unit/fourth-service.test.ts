/**
 * A fourth service touches its own files and one line in each list. These tests register a made-up one in the lists of
 * services, of backup rules and of clients. Each of the two pages has one more list: of its sections.
 */
import { h } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { BackupRules } from '../../lib/core/feeds/backup-rules';
import type { Client, FeedKind } from '../../lib/core/feeds/feed-kind';
import { fieldSchema, readSavedAddress } from '../../lib/core/feeds/field-readers';
import type { Connection } from '../../lib/core/settings/settings';
import type { Feed } from '../../lib/core/state/feed';
import * as z from '../../lib/core/zod';

const connectionSchema = z.object({
  id: z.string(),
  kind: z.literal('tickets'),
  address: z.string(),
  token: z.string(),
  board: z.string(),
});
type TicketsConnection = z.infer<typeof connectionSchema>;
const dataSchema = z.object({ open: z.number(), failed: z.boolean() });
type Tickets = z.infer<typeof dataSchema>;

// Its own file in lib/core.
const tickets: FeedKind<'tickets', TicketsConnection, Tickets> = {
  kind: 'tickets',
  serviceName: 'Tickets',
  defaultAddress: 'https://tickets.test',
  connectionSchema,
  dataSchema,
  most: 1,
  names: ({ board }) => ({ label: '', reference: board }),
  hasEnded: () => false,
  ongoing: ({ open }) => open,
  endedBadly: ({ failed }) => failed,
  summary: ({ open }) => `${open} open`,
};
const ticketsBackup: BackupRules<TicketsConnection> = {
  fields: { address: fieldSchema(readSavedAddress), board: z.string() },
};

// Its own file in lib/api.
const exchange = { sentMs: 0, receivedMs: 0, dateMs: null, ageS: 0, etag: null };
const answer: Tickets = { open: 3, failed: false };
const ask = vi.fn<Client<TicketsConnection, Tickets>['ask']>();
const client: Client<TicketsConnection, Tickets> = { kind: 'tickets', ask };

// Its line in lib/core/services.ts, before anything else of the product is loaded.
const { services } = await import('../../lib/core/services');
(services as unknown as FeedKind[]).push(tickets);
// Its line in lib/core/settings/backup-rules.ts.
const { backupRules } = await import('../../lib/core/settings/backup-rules');
Object.assign(backupRules, { tickets: ticketsBackup });
// Its line in entrypoints/background/clients.ts, whose list is its own.
vi.doMock('../../entrypoints/background/clients', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../entrypoints/background/clients')>();
  const clientFor = (kind: string) => (kind === 'tickets' ? client : original.clientFor(kind));
  return { ...original, clientFor };
});
const { planRound, storedWith } = await import('../../entrypoints/background/plan');
const { parseBackup, writeBackup } = await import('../../lib/core/settings/backup');
const { parsePreferences } = await import('../../lib/core/settings/preferences');
const { parseSettings } = await import('../../lib/core/settings/settings');
const { newFeed } = await import('../../lib/core/state/feed');
const { NO_STATE, parseState } = await import('../../lib/core/state/state');
const { exampleSituation } = await import('../support/examples/example-situation');
const { popupHtml } = await import('../support/examples/popup-markup');
const { resetFakeBrowser, shownBadge } = await import('../support/worker/fake-browser');
const { sendFromPage } = await import('../support/worker/fake-messages');
const { roundAfter, runBackground } = await import('../support/worker/rounds');
const { allow, saveConnections, storedConnections, storedFeed, storedSchedule } = await import(
  '../support/worker/stored'
);

const own: TicketsConnection = {
  ...{ id: 'four', kind: 'tickets', address: 'https://tickets.test' },
  ...{ token: 'SECRET', board: 'Board 7' },
};
// The compiler knows only the services that are written in the list.
const connection = own as unknown as Connection;

beforeEach(() => {
  resetFakeBrowser();
  ask.mockResolvedValue({ data: answer, exchange });
});

test('its connection is read from stored settings, whole or not at all', () => {
  const settings = { version: 3, connections: [connection] };
  expect(parseSettings(settings)).toEqual({ settings, unreadable: false });
  const { board: _, ...broken } = own;
  expect(parseSettings({ version: 3, connections: [broken, connection] })).toEqual({
    settings,
    unreadable: true,
  });
});

test('it gets a feed, which survives storage', () => {
  const feed = newFeed(connection);
  expect(feed).toMatchObject({ connectionId: 'four', kind: 'tickets', reference: 'Board 7' });
  expect(JSON.stringify(feed)).not.toContain('SECRET');
  const state = { ...NO_STATE, feeds: [{ ...feed, data: answer }] };
  expect(parseState(JSON.parse(JSON.stringify(state)))).toEqual(state);
});

test('a round plans to ask it', () => {
  const loaded = {
    ...parseSettings({ version: 3, connections: [connection] }),
    ...{ stored: { state: NO_STATE, schedules: {} }, preferences: parsePreferences(undefined) },
    ...{
      isRead: true,
      keptMonths: null,
      person: 'active' as const,
      arePreferencesRead: true,
      reachable: new Set([own.address]),
      timeZone: 'UTC',
    },
  };
  const nobody = new Set<string>();
  const request = { asker: 'alarm' as const, sinceMs: 0, told: nobody, seen: nobody };
  const plan = planRound(loaded, request, Date.now());
  expect(plan.due.map((task) => task.connection)).toEqual([connection]);
  expect(storedWith(plan, plan.tasks).state.feeds).toEqual([newFeed(connection)]);
});

describe('once it is connected', () => {
  beforeEach(async () => {
    await allow(own.address);
    await saveConnections([connection]);
    await runBackground();
  });

  /** *Refresh* is pressed. Without a network, the round before may have begun in the same millisecond: its answer would do. */
  const refresh = async () => {
    await new Promise((resolve) => setTimeout(resolve, 2));
    await roundAfter(() => sendFromPage({ kind: 'refresh', asker: 'user' }));
  };

  test('it is asked, and its answer is stored and counted on the badge', async () => {
    expect(ask).toHaveBeenCalledExactlyOnceWith(own, expect.objectContaining({ previous: null }));
    expect(await storedFeed('tickets')).toMatchObject({ data: answer, failure: null });
    expect((await storedSchedule('tickets')).failures).toBe(0);
    expect(await shownBadge()).toMatchObject({ text: '3', colour: '#3a4fc4' });
  });

  test('what ended badly there turns the badge red', async () => {
    ask.mockResolvedValue({ data: { open: 2, failed: true }, exchange });
    await refresh();
    expect(await shownBadge()).toMatchObject({ text: '2', colour: '#b3261e' });
    expect((await shownBadge()).title).toContain('Board 7');
  });

  test('what ended badly and was seen is told again if it does so again', async () => {
    const answered = async (failed: boolean) => {
      ask.mockResolvedValue({ data: { open: 2, failed }, exchange });
      await refresh();
      return (await shownBadge()).colour;
    };
    expect(await answered(true)).toBe('#b3261e');
    await roundAfter(() => sendFromPage({ kind: 'seen', ids: [own.id] }));
    expect((await shownBadge()).colour).not.toBe('#b3261e');
    expect(await answered(true)).not.toBe('#b3261e');
    expect(await answered(false)).not.toBe('#b3261e');
    expect(await answered(true)).toBe('#b3261e');
  });

  test('its form can test it, save it and disconnect it', async () => {
    const tested = await sendFromPage({ kind: 'test', connection });
    expect(tested).toEqual({ failure: null, summary: '3 open' });
    const other = { ...own, id: 'new', board: 'Board 8' };
    expect(await sendFromPage({ kind: 'connect', connection: other, replacedId: null })).toEqual({
      done: true,
    });
    expect(await storedConnections()).toEqual([other]);
    await sendFromPage({ kind: 'disconnect', ids: ['new'] });
    expect(await storedConnections()).toEqual([]);
    expect(await shownBadge()).toMatchObject({ text: '' });
  });
});

test('it leaves in a file without its secret, and comes back', () => {
  const settings = { version: 3 as const, connections: [connection] };
  const text = writeBackup(settings, [], parsePreferences(undefined));
  expect(text).not.toContain('SECRET');
  expect(parseBackup(new TextEncoder().encode(text))).toMatchObject({
    ok: true,
    backup: { connections: [{ kind: 'tickets', address: own.address, board: 'Board 7' }] },
  });
});

test('the popup shows its section, after those of the others', () => {
  const feed: Feed = { ...newFeed(connection), data: answer as never };
  const sections = new Map([['tickets', { View: () => h('section', {}, 'Three tickets') }]]);
  expect(popupHtml(exampleSituation(), { others: [feed], sections })).toContain('Three tickets');
});
