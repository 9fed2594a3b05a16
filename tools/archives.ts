/** Writes what is uploaded to the stores into `.output`, from the builds: `npm run zip`. Prints the sizes and checksums. */
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeArchives } from './archives/archives.ts';
import { filesIn } from './archives/files.ts';
import { readArguments } from './arguments.mjs';

readArguments({});
const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(root, '.output');

// Those of an earlier version would be uploaded too.
for (const old of filesIn(output).filter((path) => /^[^/]+\.zip$/.test(path))) {
  rmSync(join(output, old));
}
const sums: string[] = [];
for (const { name, bytes } of await makeArchives(root)) {
  writeFileSync(join(output, name), bytes);
  const sum = createHash('sha256').update(bytes).digest('hex');
  sums.push(`${sum}  ${name}\n`);
  console.log(`${sum}  ${(bytes.length / 1000).toFixed(1).padStart(7)} kB  .output/${name}`);
}
writeFileSync(join(output, 'SHA256SUMS'), sums.join(''));
