import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../../../lib/core/messages/command';

const connection = { id: 'a', kind: 'olie', address: 'https://x.test', token: 'secret' };

test.each([
  { kind: 'refresh', asker: 'popup' },
  { kind: 'refresh', asker: 'user' },
  { kind: 'test', connection },
  { kind: 'detail', connectionId: 'a', what: 'nesting', argument: '7' },
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
    { kind: 'toString' },
    { kind: '__proto__' },
    { kind: 'refresh' },
    { kind: 'refresh', asker: 'alarm' },
    { kind: 'test' },
    { kind: 'test', connection: 'olie' },
    { kind: 'test', connection: { id: 'a' } },
    { kind: 'detail', connectionId: 'a', what: 'nesting' },
    { kind: 'detail', connectionId: 'a', what: 'nesting', argument: 7 },
  ])('%j', (message) => {
    expect(parseCommand(message)).toBeNull();
  });
});
