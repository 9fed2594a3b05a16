import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { filesOfPage } from './files-of-page.ts';

const output = fileURLToPath(new URL('../../.output', import.meta.url));

export const BUILDS = ['chrome-mv3', 'firefox-mv3'] as const;
/** Bytes after gzip, with what always follows, so that nothing gets lighter by being moved there; 1 kB is 1000 of them. */
const LIMITS = { popup: 22_000, background: 16_000 };

/** A part of a build: what it loads before it is all there. */
export interface Loaded {
  build: string;
  part: keyof typeof LIMITS;
  /** Those of the first frame. */
  first: string[];
  /** Those which always follow. */
  later: string[];
  firstBytes: number;
  /** Of all of them. */
  bytes: number;
  limit: number;
}

/** What each build loads for its popup and for its background. */
export function loaded(): Loaded[] {
  return BUILDS.flatMap((build) => {
    const source = (file: string) => readFileSync(join(output, build, file), 'utf8');
    const parts = {
      popup: filesOfPage('popup.html', source),
      background: { first: ['background.js'], later: [] },
    };
    return (['popup', 'background'] as const).map((part) => {
      const { first, later } = parts[part];
      const bytesOf = (files: string[]) =>
        files.reduce((sum, file) => sum + gzipBytes(build, file), 0);
      const firstBytes = bytesOf(first);
      const bytes = firstBytes + bytesOf(later);
      return { build, part, first, later, firstBytes, bytes, limit: LIMITS[part] };
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
