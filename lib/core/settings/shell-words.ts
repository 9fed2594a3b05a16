/** Windows' cmd puts `^` before quotes, special characters and line ends; Chrome copies commands that way. */
const CMD = /\^"|\^\r?\n/;

/**
 * The words of a command as bash, zsh or Windows' cmd would pass them on. Substitutions such as `$TOKEN` stay as they are.
 * @returns null if a quote is not closed: half of a command was copied
 */
export function shellWords(command: string): string[] | null {
  const text = CMD.test(command)
    ? command.replace(/\^\r?\n/g, ' ').replace(/\^([\s\S])/g, '$1')
    : command;
  const words: string[] = [];
  let word: string | null = null;
  let rest = text;
  while (rest !== '') {
    const part = PARTS.find(({ pattern }) => pattern.test(rest));
    const [all = '', inner = ''] = part?.pattern.exec(rest) ?? [];
    if (part === undefined) return null;
    rest = rest.slice(all.length);
    const read = part.read(inner);
    if (read !== null) word = (word ?? '') + read;
    else if (word !== null) {
      words.push(word);
      word = null;
    }
  }
  return word === null ? words : [...words, word];
}

/** How each part of a command is written, and what it stands for; null between two words. */
const PARTS: { pattern: RegExp; read(inner: string): string | null }[] = [
  // A line that goes on: after `\` in bash, after a backtick in PowerShell.
  { pattern: /^(?:\\|\s`)\r?\n/, read: () => null },
  { pattern: /^\s+/, read: () => null },
  { pattern: /^\$'((?:[^'\\]|\\[\s\S])*)'/, read: unescaped },
  { pattern: /^'([^']*)'/, read: (inner) => inner },
  {
    pattern: /^\$?"((?:[^"\\]|\\[\s\S])*)"/,
    read: (inner) => inner.replace(/\\(\r?\n|["$\\`])/g, (_, one: string) => one.trim()),
  },
  { pattern: /^\\([\s\S])/, read: (inner) => inner },
  { pattern: /^([^\s'"\\])/, read: (inner) => inner },
];

const LETTERS: Record<string, string> = {
  ...{ n: '\n', r: '\r', t: '\t', a: '\x07', b: '\b', e: '\x1b', E: '\x1b', f: '\f', v: '\v' },
};

/** What stands in `$'…'`: bash, "ANSI-C Quoting". */
function unescaped(inner: string): string {
  return inner.replace(
    /\\(?:u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|x([\da-fA-F]{1,2})|([0-7]{1,3})|([\s\S]))/g,
    (all: string, ...groups: (string | undefined)[]) => {
      const [short, long, byte, octal, letter] = groups;
      const hex = short ?? long ?? byte;
      const code = hex === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(hex, 16);
      if (letter !== undefined) return LETTERS[letter] ?? letter;
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
