/**
 * Prints what CHANGELOG.md says of this version, for the page of the release: `npm run notes -- v0.2.0`. Ends with 1 if the
 * tag is of another one.
 */
import { readFileSync } from 'node:fs';
import { readArguments, readWord } from './arguments.mjs';
import { notesOf } from './release/changelog.ts';

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const tag = readWord(readArguments({ allowPositionals: true }).positionals);
// npm has read it before this runs.
const { version } = JSON.parse(read('package.json')) as { version: string };
const notes = notesOf(tag, version, read('CHANGELOG.md'));
if (notes === null) {
  console.error(
    `The tag is "${tag}", the version ${version}; the changelog must have a section for it.`,
  );
  process.exitCode = 1;
} else {
  console.log(notes);
}
