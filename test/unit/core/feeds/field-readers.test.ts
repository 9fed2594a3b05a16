import { describe, expect, test } from 'vitest';
import {
  readAddress,
  readExecutionId,
  readSavedAddress,
  readToken,
} from '../../../../lib/core/feeds/field-readers';
import { OLIE_OWN_PATH } from '../../../../lib/core/olie/olie';

const OLIE = 'https://api.olie.ai';
const TOKEN_OF_4096 = `1|${'x'.repeat(4094)}`;

describe('an address is taken', () => {
  test.each([
    ['as it is by default', 'https://api.olie.ai', OLIE],
    ['without white space around it', '  https://api.olie.ai\n', OLIE],
    ['without slashes at its end', 'https://api.olie.ai//////', OLIE],
    ['without the part that our own paths begin with', 'https://api.olie.ai/api/management', OLIE],
    ['without the first half of that part', 'https://api.olie.ai/api/', OLIE],
    ['in small letters', 'HTTPS://API.Olie.AI', OLIE],
    ['with its port', 'https://olie.test:8443', 'https://olie.test:8443'],
    ['without the port that https has anyway', 'https://olie.test:443', 'https://olie.test'],
    ['with its path', 'https://olie.test/tenant/7/', 'https://olie.test/tenant/7'],
    ['with a path before ours', 'https://olie.test/t/api/management/', 'https://olie.test/t'],
    ['over http to localhost', 'http://localhost:8000', 'http://localhost:8000'],
    ['over http to 127.0.0.1', 'http://127.0.0.1:43210/x', 'http://127.0.0.1:43210/x'],
    ['over https to an IPv6 host', 'https://[2001:db8::1]:8443', 'https://[2001:db8::1]:8443'],
    ['over https to [::1]', 'https://[::1]:8000', 'https://[::1]:8000'],
    ['with https in front, if no scheme is', 'api.olie.ai', OLIE],
    ['with https in front of host and path', 'olie.test:8443/t', 'https://olie.test:8443/t'],
    ['with http in front of this machine', 'localhost:8000/t', 'http://localhost:8000/t'],
    ['with http in front of its number', '127.0.0.1:43210', 'http://127.0.0.1:43210'],
    ['with http in front of its name alone', 'localhost', 'http://localhost'],
    ['with https in front of a host of many parts', 'a.b.olie.test', 'https://a.b.olie.test'],
    ['without all of our own path', `${OLIE}/api/management/project-executions`, OLIE],
    ['without an id after it', `${OLIE}/api/management/project-executions/7/edit`, OLIE],
    ['without the short form of it', `${OLIE}/t/project-executions/`, `${OLIE}/t`],
    ['without quotes around it', `"${OLIE}",`, OLIE],
    ['without smart quotes around it', `“${OLIE}”`, OLIE],
    ['without the end of a sentence', `${OLIE}.`, OLIE],
    ['without what divides a list', 'api.olie.ai, ', OLIE],
    ['without marks that nobody sees', `\u200b${OLIE}\ufeff`, OLIE],
  ])('%s: %j', (_, text, value) => {
    expect(readAddress(text, OLIE_OWN_PATH)).toEqual({ ok: true, value });
  });
});

test.each([
  'https://api.olie.ai',
  'https://api.olie.ai/api/api/management',
  'https://olie.test/api/management/api',
  'https://olie.test:8443//api',
  'https://[::1]:8000/x/',
])('an address that was saved is read back as it was: %s', (text) => {
  const saved = readAddress(text, OLIE_OWN_PATH);
  expect(readSavedAddress(saved.ok ? saved.value : '')).toEqual(saved);
});

describe('an address is refused', () => {
  test.each([
    ['', 'addressMissing'],
    ['  \n', 'addressMissing'],
    ['api', 'addressUnreadable'],
    ['https://', 'addressUnreadable'],
    ['https://olie test', 'addressUnreadable'],
    ['http://api.olie.ai', 'addressNotHttps'],
    ['http://localhost.evil.test', 'addressNotHttps'],
    ['http://127.0.0.2', 'addressNotHttps'],
    ['http://[::1]:8000', 'addressLocalIpv6'],
    ['http://[::1]', 'addressLocalIpv6'],
    ['http://[0:0:0:0:0:0:0:1]/x', 'addressLocalIpv6'],
    ['http://[2001:db8::1]', 'addressNotHttps'],
    ['http://[::ffff:127.0.0.1]', 'addressNotHttps'],
    ['https://*.olie.ai', 'addressUnreadable'],
    ['https://{tenant}.olie.ai', 'addressUnreadable'],
    ['https://$HOST/x', 'addressUnreadable'],
    ['https://https://api.olie.ai', 'addressUnreadable'],
    ['https://http://localhost:8000', 'addressUnreadable'],
    ['ftp://api.olie.ai', 'addressNotHttps'],
    ['ftp://localhost', 'addressNotHttps'],
    ['api.olie.ai!x', 'addressUnreadable'],
    ['localhost!x', 'addressUnreadable'],
    ['me:secret@api.olie.ai', 'addressNotHttps'],
    ['javascript:alert(1)', 'addressNotHttps'],
    ['file:///etc/passwd', 'addressNotHttps'],
    ['https://me@api.olie.ai', 'addressWithUser'],
    ['https://me:secret@api.olie.ai', 'addressWithUser'],
    ['https://:secret@api.olie.ai', 'addressWithUser'],
    ['https://api.olie.ai?x=1', 'addressWithQuery'],
    ['https://api.olie.ai/#x', 'addressWithQuery'],
  ])('%j: %s', (text, error) => {
    expect(readAddress(text, OLIE_OWN_PATH)).toEqual({ ok: false, error });
    expect(readSavedAddress(text)).toEqual({ ok: false, error });
  });
});

test.each(['api.olie.ai:99999', '10.0.0.300', 'localhost:70000/t', 'my localhost'])(
  'an address that leads nowhere is unreadable: %s',
  (text) => {
    expect(readAddress(text, OLIE_OWN_PATH)).toEqual({ ok: false, error: 'addressUnreadable' });
  },
);

describe('a token is taken', () => {
  test.each([
    ['12|aBc-._~+/=', '12|aBc-._~+/='],
    ['  12|abc\n', '12|abc'],
    ['Bearer 12|abc', '12|abc'],
    ['bearer   12|abc', '12|abc'],
    ['two words', 'two words'],
    ['bearer-7', 'bearer-7'],
    ['my Bearer 7', 'my Bearer 7'],
    ['curly', 'curly'],
    ['my curl x', 'my curl x'],
    ['7:https://x.test', '7:https://x.test'],
    ['Authorization: Bearer 12|abc', '12|abc'],
    ["'Authorization: Bearer 12|abc' \\", '12|abc'],
    ['"Authorization": "Bearer 12|abc",', '12|abc'],
    ["'Authorization' => 'Bearer 12|abc',", '12|abc'],
    ['"12|abc"', '12|abc'],
    ['“12|abc”', '12|abc'],
    ['Bearer "12|abc"', '12|abc'],
    ['`12|abc`,', '12|abc'],
    ['12|\u200babc\ufeff', '12|abc'],
    ['12\u2060|abc\u00a0', '12|abc'],
    ['a"b', 'a"b'],
    ['clé', 'clé'],
    [TOKEN_OF_4096, TOKEN_OF_4096],
    [`Bearer ${TOKEN_OF_4096}`, TOKEN_OF_4096],
  ])('%j', (text, value) => {
    expect(readToken(text)).toEqual({ ok: true, value });
  });
});

describe('a token is refused', () => {
  test.each([
    ['', 'tokenMissing'],
    [' \t ', 'tokenMissing'],
    ['Bearer ', 'tokenMissing'],
    [`${TOKEN_OF_4096}x`, 'tokenTooLong'],
    ['a\nb', 'tokenCharacters'],
    ['a\r\nX-Evil: 1', 'tokenCharacters'],
    ['a\u0000b', 'tokenCharacters'],
    ['a\u007fb', 'tokenCharacters'],
    ['a🙂b', 'tokenCharacters'],
    [`{'token': '12|aB'}`, 'tokenIsRequest'],
    ['"token":"12|aB","x":1', 'tokenIsRequest'],
    ['12|aB id: 7', 'tokenIsRequest'],
    ['12|aB OLIE_EXECUTION_ID=7', 'tokenIsRequest'],
    ['a…b', 'tokenCharacters'],
    ['•••••', 'tokenPlaceholder'],
    ['<token>', 'tokenPlaceholder'],
    ['Bearer {token}', 'tokenPlaceholder'],
    ['YOUR_API_TOKEN', 'tokenPlaceholder'],
    ['undefined', 'tokenPlaceholder'],
    ['Bearer ...', 'tokenPlaceholder'],
    ['Authorization: Bearer string', 'tokenPlaceholder'],
  ])('%j: %s', (text, error) => {
    expect(readToken(text)).toEqual({ ok: false, error });
  });
});

const ID_OF_200 = '7'.repeat(200);

test.each(['a14afcbd-38b1-4b97-8950-02c09547611a', '7', 'a%2Fb', 'é', '...', ID_OF_200])(
  'the id %j is taken',
  (id) => {
    expect(readExecutionId(` \u200b${id}\n`)).toEqual({ ok: true, value: id });
  },
);

test.each([...['"7"', "'7',", '“7”', '`7`;', '"7', '7,', '7;', '(7)', '7]', '*7*']])(
  'an id is taken without what stands around it: %s',
  (text) => {
    expect(readExecutionId(text)).toEqual({ ok: true, value: '7' });
  },
);

test.each([
  ['"', 'executionIdMissing'],
  ['null', 'executionIdPlaceholder'],
  ['%ID%', 'executionIdPlaceholder'],
  ['', 'executionIdMissing'],
  ['   ', 'executionIdMissing'],
  ['a/b', 'executionIdCharacters'],
  ['a?b', 'executionIdCharacters'],
  ['a#b', 'executionIdCharacters'],
  ['a b', 'executionIdCharacters'],
  ['a\tb', 'executionIdCharacters'],
  ['a\u00a0b', 'executionIdCharacters'],
  ['.', 'executionIdCharacters'],
  ['..', 'executionIdCharacters'],
  ['{project_execution_id}', 'executionIdPlaceholder'],
  ['project_execution_id', 'executionIdPlaceholder'],
  ['<id>', 'executionIdPlaceholder'],
  ['string', 'executionIdPlaceholder'],
  [`${ID_OF_200}7`, 'executionIdTooLong'],
])('the id %j is refused: %s', (text, error) => {
  expect(readExecutionId(text)).toEqual({ ok: false, error });
});
