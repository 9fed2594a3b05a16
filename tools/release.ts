/** Makes a version: `npm run release -- minor` (patch, minor, major, or 1.2.3). docs/release.md says what comes before and after. */
import { fileURLToPath } from 'node:url';
import { readArguments, readWord } from './arguments.mjs';
import { ReleaseError, release } from './release/release.ts';

const bump = readWord(readArguments({ allowPositionals: true }).positionals);
const today = new Date().toISOString().slice(0, 10);
try {
  const tag = release(fileURLToPath(new URL('..', import.meta.url)), bump, today);
  console.log(`${tag} is tagged, here only. To publish: git push --atomic origin main ${tag}`);
  console.log(`To take it back before that: git tag --delete ${tag} && git reset --keep HEAD~1`);
} catch (error) {
  if (!(error instanceof ReleaseError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
