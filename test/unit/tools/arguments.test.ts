import { readdirSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { readArguments, readNumber, readWord, readWords } from '../../../tools/arguments.mjs';
import { ROOT, rootFile } from '../../support/sources';

/** What is said before the process ends. */
function refusalOf(read: () => unknown): string {
  const said = vi.spyOn(console, 'error').mockReturnValue();
  const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`ended with ${code}`);
  });
  expect(read).toThrow('ended with 1');
  exit.mockRestore();
  return String(said.mock.lastCall?.[0]);
}

const OPTIONS = { firefox: { type: 'boolean' } } as const;

test('what is known is read', () => {
  expect(readArguments({ args: ['--firefox'], options: OPTIONS }).values).toEqual({
    firefox: true,
  });
  expect(readNumber('--minutes', '0.5')).toBe(0.5);
  expect(readWords(['a'], ['a', 'b'])).toEqual(['a']);
  expect(readWord(['minor'])).toBe('minor');
  expect(readWord([])).toBe('');
});

describe('the process ends', () => {
  test.each(['--firefx', '--fire', 'firefox'])('after %s, which is unknown', (word) => {
    expect(refusalOf(() => readArguments({ args: [word], options: OPTIONS }))).toContain(word);
  });

  test.each(['', ' ', 'ten', '10o', '-1', 'NaN'])('after "%s", which is no number', (text) => {
    expect(refusalOf(() => readNumber('--minutes', text))).toBe(
      `--minutes takes a number: "${text}" is none.`,
    );
  });

  test('after a word that is none of the known ones', () => {
    expect(refusalOf(() => readWords(['a', 'chromum'], ['a', 'b']))).toBe(
      '"chromum" is unknown. There are: a, b.',
    );
  });

  test('after a second word', () => {
    expect(refusalOf(() => readWord(['minor', 'patch']))).toBe(
      'Say one word: "minor patch" is more than one.',
    );
  });
});

// A word that nobody reads counts as understood: `npm run shots -- en` would take those of all languages.
test('each tool that npm starts reads its arguments', () => {
  const { scripts } = JSON.parse(rootFile('package.json')) as { scripts: Record<string, string> };
  const tools = new Set(
    Object.values(scripts)
      .join(' ')
      .match(/tools\/\S+/g),
  );
  const reading = [...tools].filter((path) => /\breadArguments\(/.test(rootFile(path)));
  expect(tools.size).toBeGreaterThan(10);
  expect(reading).toEqual([...tools]);
});

test('no tool reads its arguments in another way', () => {
  const files = readdirSync(`${ROOT}tools`, { recursive: true, encoding: 'utf8' });
  const tools = files.filter((name) => /\.m?[jt]s$/.test(name) && !name.includes('node_modules'));
  const reading = tools.filter((name) => /\bargv\b|\bparseArgs\(/.test(rootFile(`tools/${name}`)));
  expect(reading).toEqual(['arguments.mjs']);
});
