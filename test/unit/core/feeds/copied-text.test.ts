import { describe, expect, test } from 'vitest';
import { asTyped, isPlaceholder, withoutWrapping } from '../../../../lib/core/feeds/copied-text';
import { pastedFields } from '../../../../lib/core/feeds/pasted-fields';
import { computedMs } from '../../../support/examples/computed-ms';

describe('a copied text is read as it was typed', () => {
  test.each([
    ['as it is', `a "b" 'c' --d – e-f`, `a "b" 'c' --d – e-f`],
    ['without what nobody sees', 'a\u00adb\u200bc\u202ad\u2060e\ufefff', 'abcdef'],
    ['with plain double quotes', '“a”„b‟«c»', '"a""b""c"'],
    ['with plain single quotes', '‘a’‚b‛‹c›', "'a''b''c'"],
    [
      'with two dashes before the name of an option',
      'curl –url x —get\n–data',
      'curl --url x --get\n--data',
    ],
    ['also where the option comes first', '—URL x', '--URL x'],
    ['with the dash between two words or numbers', 'Olie–Zaia 3–4', 'Olie–Zaia 3–4'],
    ['with a dash before a single letter', 'curl –H x', 'curl –H x'],
    ['with a dash before a number', 'at –12', 'at –12'],
    ['with plain blanks', 'a\u00a0b\u2003c\u202fd\u3000e', 'a b c d e'],
    ['without the marks of a quoted mail', '>a\n > > b\n>>\tc\n\n>\nd > e', 'a\nb\nc\n\n>\nd > e'],
  ])('%s', (_, text, typed) => {
    expect(asTyped(text)).toBe(typed);
  });
});

describe("documentation's word for a value", () => {
  test.each([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: documentation has it so
    '${id}',
    ...['<token>', '{id}', '{{id}}', '[token]', '%7Bid%7D', '%7bid%7d', ':id', '$TOKEN'],
    ...[':i', '$_token', 'xxx', 'XXXXXX', '•', '••••', '***', '…'],
    ...['YOUR_API_TOKEN', 'your-token', 'seu token', 'SUA_CHAVE', 'tu_clave_api'],
    ...['token', 'KEY', 'api_key', 'apikey', 'access-token', 'bearer token', 'clientToken'],
    ...['OLIE_TOKEN', 'MY_OLIE_API_KEY', 'A_ID'],
    ...['string', 'uuid', 'ID', 'executionId', 'execution_id', 'project_execution-id'],
    ...['%TOKEN%', '$env:OLIE_TOKEN', '$(cat token.txt)', '`cat token.txt`', '#{token}', '%s'],
    ...['undefined', 'null', 'None', 'nil', 'NaN', 'changeme'],
    ...['TOKEN_HERE', 'insert-token', 'REPLACE_ME', 'api_key_here', 'cole aqui'],
    ...['insert-your-token', 'put the key here', '••', '<your-own-api-token-1>'],
    ...['xxxx-xxxx', '12|****', '****cd', '12|a••••', 'eyJhbGciOi...'],
    ' <token>\n',
  ])('%j', (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });
});

describe('no word of documentation', () => {
  test.each([
    ...['', '12|aBc_d', 'a14afcbd-38b1-4b97-8950-02c09547611a'],
    ...['a<token>', '<token>a', 'x{id}', '{id}/x', 'a[0]', '[0]a', 'x', 'xx', 'axxx', 'xxxa'],
    ...['a:id', ':7', ':id/x', '$7', '•a', 'a*'],
    ...['my your-token', 'your', 'yourtoken', 'your_token7', 'your__token', 'youth-token'],
    ...['token7', 'my token', 'api__key', 'apis key', 'keys'],
    ...['aOLIE_TOKEN', 'olie_token', 'OLIE_TOKEN_7', 'OLIE__TOKEN', '_TOKEN'],
    ...['%TOKEN', 'a%TOKEN%', '$env:', '$5(x)', 'a`b`', '100%s', '#token', '12|a**'],
    ...['nullable', 'a null', 'changeme7', 'token_here7', 'replace', 'here', 'there', 'a...b'],
    ...['xxxx-7', 'xx-xxx', 'input-token', 'insert-token7', '7b_here'],
    ...['strings', 'a string', 'id7', 'xid', 'execution', 'execution__id', 'my execution id'],
  ])('%j', (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });
});

describe('a token is read without what was copied around it', () => {
  test.each([
    ['white space', ' \n"12|a"\t', '12|a'],
    ['the quotes that it has inside stay', 'a"b"', 'a"b"'],
    ['also at its beginning', '"a"b', 'a"b'],
    ['each kind of quotes', `'12|a'`, '12|a'],
    ['quotes of several lines', '"a\nb"', 'a\nb'],
    ['what ends a call', `"12|a"});`, '12|a'],
    ['with blanks before it', `"12|a" ,`, '12|a'],
    ['and with several', `'12|a'  ])`, '12|a'],
    ['a backslash at the end of a line', `'12|a' \\`, '12|a'],
    ['a comma that belongs to it stays', '12|a,', '12|a,'],
    ['also after a quote inside', 'a",b', 'a",b'],
    ['a comma after a quote that belongs to it', 'a"b",', 'a"b"'],
    ['a quote at its end alone', 'ab"', 'ab'],
    ['and a blank before that', 'ab "', 'ab'],
    ['quotes at its beginning', `"'ab`, 'ab'],
    ['nothing but quotes', '""', ''],
    ['no text', ' ', ''],
    ["a header's name", 'Authorization: 12|a', '12|a'],
    ['without a blank after it', 'AUTHORIZATION:12|a', '12|a'],
    ['with blanks on both sides', 'authorization  :  12|a', '12|a'],
    ['in quotes', `"Authorization": "12|a"`, '12|a'],
    ['also where one is left of them', `authorization"': 12|a`, '12|a'],
    ['as PHP writes it', `'Authorization' => '12|a'`, '12|a'],
    ['as a program sets it', 'authorization = "12|a"', '12|a'],
    ['as an argument', '"Authorization", "12|a"', '12|a'],
    ["a field's name", 'token: 12|a', '12|a'],
    ['in Portuguese', 'Chave: 12|a', '12|a'],
    ['in Spanish', 'clave = 12|a', '12|a'],
    ['with quotes', '"api_key": "12|a",', '12|a'],
    ["a variable's name", 'OLIE_TOKEN=12|a', '12|a'],
    ['as a shell sets it', 'export ZAIA_API_KEY="12|a"', '12|a'],
    ['as PowerShell sets it', '$env:ZAIA_API_KEY="12|a"', '12|a'],
    ['as PHP sets it', "$token = '12|a';", '12|a'],
    ['as Go sets it', 'token := "12|a"', '12|a'],
    ["a scheme's name", 'Bearer: 12|a', '12|a'],
    ['what only looks like a name stays', 'key:12|a', 'key:12|a'],
    ['also at the end of base64', 'bW9uKEY=', 'bW9uKEY='],
    ['or with two signs', 'bW9utoken==', 'bW9utoken=='],
    ['in the middle it stays', 'x authorization: 12|a', 'x authorization: 12|a'],
    ['without its value it stays', 'authorization 12|a', 'authorization 12|a'],
  ])('%s: %j', (_, text, token) => {
    expect(withoutWrapping(text)).toBe(token);
  });
});

describe('what a pasted text fills into a form', () => {
  test('is its values, and its placeholders apart from them', () => {
    expect(pastedFields({ address: 'https://x.test', token: '<token>', id: null })).toEqual({
      values: { address: 'https://x.test' },
      placeholders: { token: '<token>' },
    });
  });

  test.each([
    ['< zk_12345678901234 >', 'zk_12345678901234'],
    ['<zk_12345678901234>x', '<zk_12345678901234>x'],
    ['x<zk_12345678901234>', 'x<zk_12345678901234>'],
  ])('of %j, the part between the brackets if that is all: %j', (text, token) => {
    expect(pastedFields({ token: text })?.values).toEqual({ token });
  });

  test('whatever has no end takes no time', () => {
    const startedMs = computedMs();
    for (const text of ['<', '<1', '<1 2 3 ']) {
      pastedFields({ token: text + ' '.repeat(100_000) });
      pastedFields({ token: text + 'a'.repeat(100_000) });
    }
    expect(computedMs() - startedMs).toBeLessThan(1_000);
  });

  test.each([[null], [{}], [{ token: null, id: '' }]])('is nothing of %j', (texts) => {
    expect(pastedFields(texts)).toBeNull();
  });
});
