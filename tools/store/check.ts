/** Compares what is in `store/` with what the stores' forms admit. Reads files only. */
import type { Language } from '../../test/support/examples/texts.ts';
import type { Listing } from './listing.ts';
import { sectionsOf } from './listing.ts';
import { LOGO, PICTURES } from './picture-list.ts';
import { justificationsOf, type Manifest, permissionsOf } from './review.ts';

/** A row of the printed table. Without a limit it must only be there. */
export interface Row {
  what: string;
  figure: number | string;
  limit: string;
  ok: boolean;
}

/** The texts of a language: from its listing, and from the package. */
export interface Texts {
  language: Language;
  name: string;
  /** The short description that Chrome and Edge take from the package. */
  summary: string;
  listing: Listing;
}

/** What the stores say, with the strictest of them: characters. */
const LIMITS = {
  name: { least: 1, most: 45 },
  packageSummary: { least: 1, most: 132 },
  firefoxSummary: { least: 1, most: 250 },
  // Edge wants 250 characters and takes 10,000, Chrome 16,000, Firefox 15,000.
  description: { least: 250, most: 10_000 },
  news: { least: 1, most: 3000 },
  searchTerm: { least: 1, most: 30 },
  headline: { least: 1, most: 60 },
  justification: { least: 40, most: 1000 },
  reviewPart: { least: 1, most: 1000 },
};
/** The other parts of `store/review.md` that the forms ask for. */
const ANSWERS = [
  { title: 'Remote code', ...LIMITS.reviewPart },
  // A table, of which one ticks boxes.
  { title: 'Data use', least: 40, most: 5000 },
  // Chrome's test instructions.
  { title: 'Notes for reviewers', least: 40, most: 500 },
];
const MOST_TERMS = 7;
const MOST_WORDS = 21;
const MOST_NAMES = 3;
/** Together, in bytes. They are in the repository. */
const MOST_BYTES = 1_500_000;

export function checkTexts({ language, name, summary, listing }: Texts): Row[] {
  const { searchTerms, headlines } = listing;
  const length = (what: string, text: string, { least, most }: { least: number; most: number }) =>
    within(`${language}: ${what}`, [...text].length, least, most);
  const words = searchTerms.join(' ').split(/\s+/).length;
  const longest = (texts: string[]) => [...texts].sort((a, b) => b.length - a.length)[0] ?? '';
  const pictured = PICTURES.map((picture) => picture.name);
  return [
    length('name', name, LIMITS.name),
    length('summary (package)', summary, LIMITS.packageSummary),
    length('summary (Firefox)', listing.summary, LIMITS.firefoxSummary),
    length('description', listing.description, LIMITS.description),
    length('what is new', listing.news, LIMITS.news),
    within(`${language}: search terms`, searchTerms.length, 1, MOST_TERMS),
    within(`${language}: words in search terms`, words, 1, MOST_WORDS),
    length('longest search term', longest(searchTerms), LIMITS.searchTerm),
    same(`${language}: headlines`, Object.keys(headlines), pictured),
    length('longest headline', longest(Object.values(headlines)), LIMITS.headline),
  ];
}

/** @param manifests of all browsers */
export function checkReview(review: string, manifests: Manifest[]): Row[] {
  const justified = justificationsOf(review);
  const asked = [...new Set(manifests.flatMap(permissionsOf))];
  const purpose = sectionsOf(review).find(({ title }) => title === 'Single purpose')?.body ?? '';
  const { least, most } = LIMITS.justification;
  return [
    within('single purpose', purpose.length, LIMITS.reviewPart.least, LIMITS.reviewPart.most),
    same('permissions', Object.keys(justified), asked),
    ...Object.entries(justified).map(([name, text]) =>
      within(`why ${name}`, text.length, least, most),
    ),
  ];
}

/** What the forms ask besides purpose and permissions. */
export function checkAnswers(review: string): Row[] {
  const parts = sectionsOf(review);
  return ANSWERS.map(({ title, least, most }) => {
    const { body = '' } = parts.find((part) => part.title === title) ?? {};
    return within(title.toLowerCase(), [...body].length, least, most);
  });
}

/** A file of `store/pictures`, by its path in there. */
export interface PictureFile {
  path: string;
  width: number;
  height: number;
  bytes: number;
}

export function checkPictures(files: PictureFile[], languages: readonly Language[]): Row[] {
  const wanted = [
    { ...LOGO, path: `${LOGO.name}.png` },
    ...languages.flatMap((language) =>
      PICTURES.map((picture) => ({ ...picture, path: `${language}/${picture.name}.png` })),
    ),
  ];
  const wrong = wanted.filter(({ path, width, height }) => {
    const file = files.find((one) => one.path === path);
    return file !== undefined && (file.width !== width || file.height !== height);
  });
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return [
    same(
      'pictures',
      files.map(({ path }) => path),
      wanted.map(({ path }) => path),
    ),
    {
      what: 'pictures of another size',
      figure: names(wrong.map(({ path }) => path)),
      limit: 'none',
      ok: wrong.length === 0,
    },
    within('pictures, bytes', bytes, 1, MOST_BYTES),
  ];
}

/**
 * Chrome takes a PNG of 24 bits only: neither a palette nor transparency.
 * @param files with the type of colours that the PNG's header names: 2 is RGB
 */
export function checkColours(files: { path: string; colourType: number }[]): Row {
  const wrong = files.filter(({ colourType }) => colourType !== 2).map(({ path }) => path);
  const what = 'pictures of other than 24 bits';
  return { what, figure: names(wrong), limit: 'none', ok: wrong.length === 0 };
}

/**
 * The news must be about the version that is released: a new listing belongs to each version but a patch.
 * @param version of package.json
 */
export function checkNews(version: string, listings: Listing[]): Row {
  const [newest = ''] = [...new Set(listings.map(({ newsOf }) => newsOf))];
  const areAlike = listings.every(({ newsOf }) => newsOf === newest);
  const number = (text: string) => {
    const [major = 0, minor = 0] = text.split('.').map(Number);
    return major * 1000 + minor;
  };
  const ok = areAlike && number(newest) >= number(version);
  return { what: 'version of the news', figure: newest, limit: `${version} or newer`, ok };
}

function within(what: string, figure: number, least: number, most: number): Row {
  const limit = least > 1 ? `${least} – ${most}` : `${most}`;
  return { what, figure, limit, ok: figure >= least && figure <= most };
}

/** Both lists must have the same names, in any order. */
function same(what: string, found: string[], wanted: string[]): Row {
  const missing = wanted.filter((name) => !found.includes(name));
  const leftOver = found.filter((name) => !wanted.includes(name));
  const flaws = [
    ...(missing.length > 0 ? [`missing: ${names(missing)}`] : []),
    ...(leftOver.length > 0 ? [`left over: ${names(leftOver)}`] : []),
  ];
  const figure = flaws.length > 0 ? flaws.join('; ') : found.length;
  return { what, figure, limit: `${wanted.length}`, ok: flaws.length === 0 };
}

/** The first three: a table is no place for more. */
export function names(list: string[]): string {
  if (list.length === 0) return 'none';
  const more = list.length - MOST_NAMES;
  return list.slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
