/** What each build loads, against its limit: `npm run sizes`. Ends with 1 where one is exceeded. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const output = fileURLToPath(new URL('../.output', import.meta.url));

/** Bytes after gzip; 1 kB is 1000 of them. */
const LIMITS = { popup: 22_000, background: 16_000 };

function gzipBytes(build: string, file: string): number {
  return gzipSync(readFileSync(join(output, build, file)), { level: 9 }).length;
}

/** The page, and all that it names or imports before it can be painted. */
function filesOfPage(build: string, page: string): string[] {
  const found = new Set([page]);
  for (const file of found) {
    const source = readFileSync(join(output, build, file), 'utf8');
    const named = file.endsWith('.html')
      ? source.matchAll(/<(?:script|link)[^>]+(?:src|href)="\/([^"]+\.(?:js|css))"/g)
      : source.matchAll(/\b(?:import|from)\s*["'`]\.?\/?([^"'`]+\.js)["'`]/g);
    for (const [, name = ''] of named) {
      found.add(file.endsWith('.html') ? name : join(file, '..', name));
    }
  }
  return [...found];
}

let isExceeded = false;
for (const build of ['chrome-mv3', 'firefox-mv3']) {
  const parts = { popup: filesOfPage(build, 'popup.html'), background: ['background.js'] };
  for (const part of ['popup', 'background'] as const) {
    const bytes = parts[part].reduce((sum, file) => sum + gzipBytes(build, file), 0);
    const limit = LIMITS[part];
    isExceeded ||= bytes > limit;
    const verdict = bytes > limit ? 'TOO LARGE' : 'ok';
    console.log(
      `${build.padEnd(12)} ${part.padEnd(11)} ${bytes} of ${limit} bytes gzip  ${verdict}  (${parts[part].join(', ')})`,
    );
  }
}
if (isExceeded) process.exitCode = 1;
