import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const output = fileURLToPath(new URL('../../.output', import.meta.url));

export const BUILDS = ['chrome-mv3', 'firefox-mv3'] as const;
/**
 * Bytes after gzip; 1 kB is 1000 of them. The popup has two: for what its first paint loads, and with what follows that at
 * once, so that nothing gets lighter by being moved there.
 */
const LIMITS = { popup: 22_000, 'popup, whole': 24_000, background: 16_000 };

/** A part of a build, and what is loaded for it. */
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
    const first = withImports(build, ['popup.html']);
    const next = first.flatMap((file) => namedIn(build, file, LATER));
    const whole = withImports(build, [...first, ...next]);
    const parts = { popup: first, 'popup, whole': whole, background: ['background.js'] };
    return (['popup', 'popup, whole', 'background'] as const).map((part) => {
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

const BY_PAGE = /<(?:script|link)[^>]+(?:src|href)="\/([^"]+\.(?:js|css))"/g;
const AT_ONCE = /\b(?:import|from)\s*["'`]\.?\/?([^"'`]+\.js)["'`]/g;
const LATER = /\bimport\(\s*["'`]\.?\/?([^"'`]+\.js)["'`]/g;

/** The files, and all that they name or import before they can be used. */
function withImports(build: string, files: string[]): string[] {
  const found = new Set(files);
  for (const file of found) for (const name of namedIn(build, file, AT_ONCE)) found.add(name);
  return [...found];
}

/** What a file of the build names, by the build's own paths: a page its scripts and styles, a script its imports. */
function namedIn(build: string, file: string, imports: RegExp): string[] {
  if (!/\.(html|js)$/.test(file)) return [];
  const source = readFileSync(join(output, build, file), 'utf8');
  return file.endsWith('.html')
    ? [...source.matchAll(BY_PAGE)].map(([, name = '']) => name)
    : [...source.matchAll(imports)].map(([, name = '']) => join(file, '..', name));
}
