import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { filesOfPage } from './files-of-page.ts';

const output = fileURLToPath(new URL('../../.output', import.meta.url));

export const BUILDS = ['chrome-mv3', 'firefox-mv3'] as const;
/** Bytes after gzip, of what is loaded before anything is seen or done; 1 kB is 1000 of them. */
const FIRST_LIMITS = { popup: 22_000, background: 16_000 };
/** With what always follows, so that nothing gets lighter by being moved there. */
const LIMITS = { popup: 24_000, background: 16_000 };

/** A part of a build: what it loads before it is all there. */
export interface Loaded {
  build: string;
  part: keyof typeof LIMITS;
  /** Those of the first frame. */
  first: string[];
  /** Those which always follow. */
  later: string[];
  firstBytes: number;
  firstLimit: number;
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
      const [firstBytes, laterBytes] = [first, later].map((files) =>
        files.reduce((sum, file) => sum + gzipBytes(build, file), 0),
      );
      const bytes = (firstBytes ?? 0) + (laterBytes ?? 0);
      const own = { firstBytes: firstBytes ?? 0, firstLimit: FIRST_LIMITS[part] };
      return { build, part, first, later, ...own, bytes, limit: LIMITS[part] };
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
