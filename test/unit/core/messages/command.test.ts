import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../../../lib/core/messages/command';
import { PERSON, session, told } from '../../../support/examples/example-history';

const connection = {
  ...{ id: 'a', kind: 'olie', address: 'https://x.test' },
  ...{ token: 'secret', executionId: '7' },
};
const rows = [
  { kind: 'olie', address: 'https://x.test', executionId: '7' },
  { kind: 'zaia', address: 'https://z.test', responderIds: [], show: 10 },
];
const persons = [{ id: PERSON, name: 'Ana', connectionId: 'a', seenAtMs: 7 }];
const records = told('2026-03-13 12:30', [session('s', '2026-03-13 09:00', '2026-03-13 12:00')]);

test.each([
  { kind: 'refresh', asker: 'popup' },
  { kind: 'refresh', asker: 'user' },
  { kind: 'seen', ids: ['a', 'b'] },
  { kind: 'test', connection },
  { kind: 'detail', connectionId: 'a', what: 'nesting', argument: '7' },
  { kind: 'connect', connection, replacedId: 'b' },
  { kind: 'connect', connection, replacedId: null },
  { kind: 'follow', connectionId: 'a', id: 'run-1', isFollowed: true },
  { kind: 'disconnect', ids: ['a', 'b'] },
  { kind: 'import', rows },
  { kind: 'forget-set-aside' },
  { kind: 'import-history', persons, records },
  { kind: 'mute', until: 'two-hours' },
  { kind: 'mute', until: 'today' },
  { kind: 'mute', until: 'not' },
  { kind: 'show-reminder', rule: 'away' },
  { kind: 'delete-history' },
])('$kind is read as it was sent', (command) => {
  expect(parseCommand(JSON.parse(JSON.stringify(command)))).toEqual(command);
});

test('what a later page adds is left out', () => {
  const message = { kind: 'refresh', asker: 'user', because: 'later' };
  expect(parseCommand(message)).toEqual({ kind: 'refresh', asker: 'user' });
});

describe('what is no command of ours is none', () => {
  test.each([
    undefined,
    null,
    'refresh',
    ['refresh'],
    {},
    { kind: 7 },
    { kind: 'launch' },
    // Would ask for another path.
    { kind: 'follow', connectionId: 'a', id: '..', isFollowed: true },
    { kind: 'follow', connectionId: 'a', id: 'a/b', isFollowed: true },
    { kind: 'toString' },
    { kind: '__proto__' },
    { kind: 'refresh' },
    { kind: 'refresh', asker: 'alarm' },
    { kind: 'seen' },
    { kind: 'seen', ids: ['a', 7] },
    { kind: 'test' },
    { kind: 'test', connection: 'olie' },
    { kind: 'test', connection: { id: 'a' } },
    { kind: 'detail', connectionId: 'a', what: 'nesting' },
    { kind: 'detail', connectionId: 'a', what: 'nesting', argument: 7 },
    { kind: 'test', connection: { ...connection, kind: 'later' } },
    { kind: 'connect', connection },
    { kind: 'connect', connection: { ...connection, token: 7 }, replacedId: null },
    { kind: 'connect', connection: { ...connection, kind: 'later' }, replacedId: null },
    { kind: 'disconnect' },
    { kind: 'disconnect', ids: 'a' },
    { kind: 'disconnect', ids: ['a', 7] },
    { kind: 'import' },
    { kind: 'import', rows: [{ kind: 'olie' }] },
    { kind: 'forget' },
    { kind: 'import-history', persons },
    { kind: 'import-history', persons, records: { days: records.days } },
    { kind: 'import-history', persons: [{ id: 'a' }], records },
    { kind: 'import-history', persons, records: { ...records, sessions: [null] } },
    { kind: 'mute' },
    { kind: 'mute', until: 'ever' },
    { kind: 'show-reminder' },
    { kind: 'show-reminder', rule: 'lunch' },
  ])('%j', (message) => {
    expect(parseCommand(message)).toBeNull();
  });
});
