import { describe, expect, test } from 'vitest';
import { shellWords } from '../../../../lib/core/settings/shell-words';

// As bash 5.2 printed them: printf '<%s>' COMMAND
describe('the words are those that bash passes on', () => {
  test.each([
    ['curl https://a.test', ['curl', 'https://a.test']],
    ['  curl   -H\ta  ', ['curl', '-H', 'a']],
    ['a \\\nb \\\nc', ['a', 'b', 'c']],
    [`'a b'"c d"e`, ['a bc de']],
    [`'a'\\''b'`, ["a'b"]],
    [`"a\\$b\\"c\\\\d\\e"`, ['a$b"c\\d\\e']],
    ['"a\\\nb"', ['ab']],
    ['a\\ b\\\\c', ['a b\\c']],
    [`$'a\\nb\\tc\\\\d\\'e'`, ["a\nb\tc\\d'e"]],
    [`$'\\a\\b\\e\\E\\f\\v\\r'`, ['\x07\b\x1b\x1b\f\v\r']],
    [`$'\\x41\\x4\\u0042\\u42\\U00000043\\101\\7\\q'`, ['A\x04BBCA\x07\\q']],
    [`$'\\x41b' $'\\1014' $'\\z\\?\\"\\xg'`, ['Ab', 'A4', '\\z?"\\xg']],
    [`"" '' a`, ['', '', 'a']],
    [`$'a\\ b' $'a\\\nb'`, ['a\\ b', 'a\\\nb']],
    [`a^b 'c^d'`, ['a^b', 'c^d']],
    ["'two\nlines'", ['two\nlines']],
    ["a 'b'; c", ['a', 'b', 'c']],
    ['a;', ['a']],
    ['a;\nb', ['a', 'b']],
    ['a;b \';\' "c;" \\;', ['a;b', ';', 'c;', ';']],
    ["a # it's\nb", ['a', 'b']],
    ["a#b '# c'", ['a#b', '# c']],
  ])('%j', (command, words) => {
    expect(shellWords(command)).toEqual(words);
  });
});

test.each([
  ['nothing', '', []],
  ['blanks', ' \n\t ', []],
  ['a line that Windows wrote', 'a \\\r\nb', ['a', 'b']],
  ['a line that goes on in double quotes, by Windows', '"a\\\r\nb"', ['ab']],
  ['a line that goes on in PowerShell', 'a `\nb `\r\nc', ['a', 'b', 'c']],
  ['a word that ends with a backtick', 'a` b', ['a`', 'b']],
  ['a substitution, as it is', '-H $TOKEN', ['-H', '$TOKEN']],
  ['a translated text', '$"a b"', ['a b']],
  ['a character that does not exist', "$'\\U110000'", ['\\U110000']],
  ['the last character', "$'\\U10ffff'", [String.fromCodePoint(0x10ffff)]],
  ['quotes from cmd', '^"a b^" ^^c', ['a b', '^c']],
  ['a second command, right after a quote', "a 'b';c", ['a', 'b', 'c']],
  ['what a pipe or a condition goes on with', 'a|b c||d&&e', ['a', 'b', 'c', 'd', 'e']],
  ['a command in the background', 'a& b &', ['a', 'b']],
  ['a parameter of an address', 'a?b&c d&e', ['a?b&c', 'd&e']],
  ['files', 'a <b >c 2>d', ['a', 'b', 'c', '2', 'd']],
  ['placeholders', 'a <id> b/<my-id>/c <>', ['a', '<id>', 'b/<my-id>/c', '<>']],
  ['what is no placeholder', 'a <b c> d', ['a', 'b', 'c', 'd']],
  ['a line from cmd', 'a ^\nb', ['a', 'b']],
  ['a blank from cmd', '^"a^" ^ b', ['a', 'b']],
  ['lines from cmd', 'a^\nb ^\r\nc', ['a', 'b', 'c']],
  ['a special character from cmd', '^"a^&b^"', ['a&b']],
  ['a special character in plain quotes from cmd', '"a^|b" "c^&d=1^%^20"', ['a|b', 'c&d=1%20']],
  ['lines from cmd that became one', 'a ^ "b" ^ -c', ['a', 'b', '-c']],
])('%s', (_, command, words) => {
  expect(shellWords(command)).toEqual(words);
});

test.each(["'a", '"a', "$'a", "a 'b' \"c", "'a'b'", 'a\\', '"a\\"', "a $'b\\'", 'a`\nb'])(
  'half of a command is none: %s',
  (command) => {
    expect(shellWords(command)).toBeNull();
  },
);

test('a command has at most 20,000 characters', () => {
  expect(shellWords('a'.repeat(20_000))).toHaveLength(1);
  expect(shellWords('a'.repeat(20_001))).toBeNull();
});
