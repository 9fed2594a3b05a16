import { describe, expect, test } from 'vitest';
import { isApiKey, readClientToken, readWorkflowId } from '../../../../lib/core/b3os/client-token';
import { parseBackup } from '../../../../lib/core/settings/backup';
import { textsOf } from '../../../support/examples/texts';

const refused = { ok: false, error: 'clientTokenIsApiKey' };

describe.each([
  ['client token', readClientToken],
  ['execution id', readWorkflowId],
])('an API key is no %s', (_, read) => {
  test.each(['b3sk_live_1', ' b3sk_live_1 ', 'B3SK_LIVE_1', 'b3sk_'])('%j', (text) => {
    expect(read(text)).toEqual(refused);
  });

  test.each(['ct_1', 'exe_b3sk_1', 'b3sk', 'b3s_1'])('but %j is one', (text) => {
    expect(read(text)).toEqual({ ok: true, value: text });
  });
});

test.each([
  'Bearer b3sk_1',
  'Authorization: Bearer b3sk_1',
  'B3OS_API_KEY="b3sk_1"',
  'Bearer: b3sk_1',
  '{"apiKey":"b3sk_1"}',
  'API key: b3sk_1',
  '(b3sk_1)',
])('nor is one in its wrapping: %j', (text) => {
  expect(readClientToken(text)).toEqual(refused);
});

test.each([
  ['b3sk_1', true],
  ['Authorization: Bearer B3SK_1', false],
  ['"B3SK_1"', true],
  ['ct_1', false],
  ['my b3sk_1', false],
  ['', false],
  // As part of a command, it is none by itself.
  ['curl https://b.test -H "Authorization: b3sk_1"', false],
])('%j is an API key by itself: %s', (text, isOne) => {
  expect(isApiKey(text)).toBe(isOne);
});

test('other mistakes are called by their own names', () => {
  expect(readClientToken('')).toEqual({ ok: false, error: 'tokenMissing' });
  expect(readWorkflowId('b3sk_1/2')).toEqual({ ok: false, error: 'executionIdCharacters' });
});

test('a file with an API key in place of an id is refused with the reason', () => {
  const row = { kind: 'b3os', address: 'https://b.test', executionId: 'b3sk_1', label: '' };
  const file = { program: 'olie-timer', version: 2, connections: [row], preferences: {} };
  expect(parseBackup(new TextEncoder().encode(JSON.stringify(file)))).toEqual({
    ...{ ok: false, text: 'backupField', part: 'connections[0].executionId' },
    reason: 'clientTokenIsApiKey',
  });
});

test('the reason names the key and what to enter instead', () => {
  expect(textsOf('en')('clientTokenIsApiKey')).toMatch(/API key \(b3sk_…\).*client token/);
  expect(textsOf('pt-BR')('clientTokenIsApiKey')).toMatch(
    /chave da API \(b3sk_…\).*token do cliente/,
  );
});
