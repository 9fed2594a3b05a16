/**
 * Windows' cmd has `^` before quotes, special characters and line ends; Chrome copies commands that way, older versions within
 * plain quotes. In a field of one line, line ends have become blanks.
 */
const CMD = /\^["|&%\r\n]|\s\^\s/;

/** No command that anybody pastes is longer. Open quotes without an end take quadratic time. */
const LONGEST_COMMAND = 20_000;

/**
 * The words of a command as bash, zsh or Windows' cmd would pass them on. Substitutions such as `$TOKEN` stay as they are.
 * @returns null if a quote is not closed: half of a command was copied
 */
export function shellWords(command: string): string[] | null {
  if (command.length > LONGEST_COMMAND) return null;
  const text = CMD.test(command) ? command.replace(/\^([\s\S])/g, '$1') : command;
  const words: string[] = [];
  let word: string | null = null;
  let end = 0;
  for (const { 0: all, groups = {} } of text.matchAll(PARTS)) {
    end += all.length;
    const read = readPart(groups);
    if (read !== null) word = (word ?? '') + read;
    else if (word !== null) {
      words.push(word);
      word = null;
    }
  }
  // The parts are all of it, but for a quote that is not closed.
  if (end !== text.length) return null;
  return word === null ? words : [...words, word];
}

/**
 * A line that goes on (after `\\` in bash, a backtick in PowerShell), blanks, a comment, the end of a command or what its output
 * goes to, each kind of quotes, and anything else. `<id>` is a placeholder.
 */
const PARTS =
  /(?<gap>(?:\\|\s`)\r?\n|\s|(?<=\s)#.*|;(?=\s|$)|(?<=['"]);|\|+|&&|&(?=\s|$)|<(?![^\s<>]*>)|>)|\$'(?<escaped>(?:[^'\\]|\\[\s\S])*)'|'(?<single>[^']*)'|\$?"(?<double>(?:[^"\\]|\\[\s\S])*)"|\\(?<one>[\s\S])|(?<plain>(?:<[^\s<>'"]*>|[^\s'"\\$`;|&<>]|;(?!\s|$)|&(?!&|\s|$))+|[$`](?!['"]|\r?\n))/g;

/** What a part of a command stands for; null for what is between two words. */
function readPart(part: Record<string, string | undefined>): string | null {
  const { escaped, single, double, one, plain } = part;
  if (escaped !== undefined) return unescaped(escaped);
  if (double !== undefined) {
    return double.replace(/\\(\r?\n|["$\\`])/g, (_, kept: string) => kept.trim());
  }
  return single ?? one ?? plain ?? null;
}

/** Before any other letter, a backslash is one. */
const LETTERS: Record<string, string> = {
  ...{ '\\': '\\', "'": "'", '"': '"', '?': '?' },
  ...{ n: '\n', r: '\r', t: '\t', a: '\x07', b: '\b', e: '\x1b', E: '\x1b', f: '\f', v: '\v' },
};

/** What stands in `$'…'`: bash, "ANSI-C Quoting". */
function unescaped(inner: string): string {
  return inner.replace(
    /\\(?:u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|x([\da-fA-F]{1,2})|([0-7]{1,3})|(.))/g,
    (all: string, ...groups: (string | undefined)[]) => {
      const [short, long, byte, octal, letter] = groups;
      const hex = short ?? long ?? byte;
      const code = hex === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(hex, 16);
      if (letter !== undefined) return LETTERS[letter] ?? all;
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
