/** Reads what is in `store/`, and what the checks compare it with. */
import { readFileSync } from 'node:fs';
import { type Language, textsOf } from '../../test/support/examples/texts.ts';
import { filesIn } from '../archives/files.ts';
import { root } from '../setup/dependencies.mjs';
import type { PictureFile, Texts } from './check.ts';
import { parseListing } from './listing.ts';
import type { Manifest } from './review.ts';

export const LANGUAGES: Language[] = ['en', 'pt-BR', 'es'];
/** The files that are no listing and no picture. */
const OTHERS = ['README.md', 'review.md'];

/** @throws Error if the listing is missing or has other headings */
export function readTexts(language: Language): Texts {
  const t = textsOf(language);
  const listing = parseListing(read(`store/listing/${language}.md`));
  return { language, name: t('extensionName'), summary: t('extensionDescription'), listing };
}

export function readReview(): string {
  return read('store/review.md');
}

/** @throws Error if the browser's build is missing */
export function readManifest(build: 'chrome-mv3' | 'firefox-mv3'): Manifest {
  // Only its lists of permissions are read.
  return JSON.parse(read(`.output/${build}/manifest.json`)) as Manifest;
}

export function readVersion(): string {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  return version;
}

/** The files in `store/` that nothing needs. */
export function leftOverFiles(): string[] {
  const listings = LANGUAGES.map((language) => `listing/${language}.md`);
  return filesIn(`${root}store`).filter(
    (path) => ![...OTHERS, ...listings].includes(path) && !path.startsWith('pictures/'),
  );
}

/** @throws Error if one of them is no PNG */
export function readPictures(): (PictureFile & { colourType: number })[] {
  return filesIn(`${root}store/pictures`).map((path) => {
    const bytes = readFileSync(`${root}store/pictures/${path}`);
    if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error(`${path} is no PNG`);
    // All stand at the beginning of every PNG.
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    return { path, width, height, colourType: bytes.readUInt8(25), bytes: bytes.length };
  });
}

function read(path: string): string {
  return readFileSync(root + path, 'utf8');
}
