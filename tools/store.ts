/**
 * Makes the stores' pictures, and checks all that the stores' forms want: `npm run store`. With `--check` it makes none.
 * Ends with 1 if something is missing, too long, of another size, or left over.
 */
import { readArguments } from './arguments.mjs';
import {
  checkAnswers,
  checkColours,
  checkNews,
  checkPictures,
  checkReview,
  checkTexts,
  names,
  type Row,
} from './store/check.ts';
import {
  LANGUAGES,
  leftOverFiles,
  readManifest,
  readPictures,
  readReview,
  readTexts,
  readVersion,
} from './store/files.ts';
import { makeLogo, makePictures } from './store/pictures.ts';

const texts = LANGUAGES.map(readTexts);
const { values } = readArguments({ options: { check: { type: 'boolean', default: false } } });
if (!values.check) {
  for (const { language, listing } of texts) {
    console.log(`Pictures: ${language}…`);
    await makePictures(language, listing);
  }
  await makeLogo();
}

const manifests = [readManifest('chrome-mv3'), readManifest('firefox-mv3')];
const pictures = readPictures();
const leftOver = leftOverFiles();
const rows: Row[] = [
  ...texts.flatMap(checkTexts),
  ...checkReview(readReview(), manifests),
  ...checkAnswers(readReview()),
  ...checkPictures(pictures, LANGUAGES),
  checkColours(pictures),
  checkNews(
    readVersion(),
    texts.map(({ listing }) => listing),
  ),
  {
    what: 'files left over',
    figure: names(leftOver),
    limit: 'none',
    ok: leftOver.length === 0,
  },
];
console.table(Object.fromEntries(rows.map(({ what, ...columns }) => [what, columns])));
if (rows.some(({ ok }) => !ok)) process.exitCode = 1;
