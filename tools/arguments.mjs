// Plain JavaScript: setup.mjs imports it before any dependency is installed.
import { parseArgs } from 'node:util';

/**
 * What a tool was called with. A word that it does not know ends the process with its name: a misspelled option must not
 * count as left out.
 *
 * @template {import('node:util').ParseArgsConfig} Config
 * @param {Config} config as for `parseArgs`
 */
export function readArguments(config) {
  try {
    return parseArgs(config);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/**
 * An option that is a number, 0 or more. Anything else ends the process.
 *
 * @param {string} name such as `--minutes`
 * @param {string} text
 */
export function readNumber(name, text) {
  const number = Number(text);
  return text.trim() && number >= 0 ? number : refuse(`${name} takes a number: "${text}" is none.`);
}

/**
 * Words of which each must be known. Another one ends the process.
 *
 * @param {string[]} words
 * @param {readonly string[]} known
 */
export function readWords(words, known) {
  const unknown = words.filter((word) => !known.includes(word));
  if (unknown.length === 0) return words;
  return refuse(`"${unknown.join('", "')}" is unknown. There are: ${known.join(', ')}.`);
}

/**
 * The one word that a tool takes. A second one ends the process: nobody can know which of them was meant.
 *
 * @param {string[]} words
 * @returns {string} '' if there is none
 */
export function readWord(words) {
  const [word = ''] = words;
  return words.length < 2 ? word : refuse(`Say one word: "${words.join(' ')}" is more than one.`);
}

/** @param {string} message @returns {never} */
function refuse(message) {
  console.error(message);
  process.exit(1);
}
