import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const output = fileURLToPath(new URL('../../.output', import.meta.url));

export const BUILDS = ['chrome-mv3', 'firefox-mv3'] as const;
/** Bytes after gzip; 1 kB is 1000 of them. */
const LIMITS = { popup: 22_000, background: 16_000 };

/** A part of a build: what is loaded before it does anything. */
export interface Loaded {
  build: string;
  part: keyof typeof LIMITS;
  files: string[];
  bytes: number;
  limit: number;
}

/** What each build loads for its popup and for its background. */
export function loaded(): Loaded[] {
  return BUILDS.flatMap((build) => {
    const parts = { popup: filesOfPage(build, 'popup.html'), background: ['background.js'] };
    return (['popup', 'background'] as const).map((part) => {
      const files = parts[part];
      const bytes = files.reduce((sum, file) => sum + gzipBytes(build, file), 0);
      return { build, part, files, bytes, limit: LIMITS[part] };
    });
  });
}

/** Every file of a build. */
export function filesOf(build: string): { file: string; raw: number; gzip: number }[] {
  return readdirSync(join(output, build), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(output, build).length + 1))
    .sort()
    .map((file) => {
      const raw = readFileSync(join(output, build, file)).length;
      return { file, raw, gzip: gzipBytes(build, file) };
    });
}

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
