/** Reads a listing: a file with a heading for each field of the stores' forms. */

export interface Listing {
  /** Firefox's. Chrome and Edge take theirs from the package (`extensionDescription` in `locales/`). */
  summary: string;
  description: string;
  searchTerms: string[];
  /** The version that the news are about: "0.2". */
  newsOf: string;
  news: string;
  /** What stands on each picture, by the picture's name. */
  headlines: Record<string, string>;
}

const HEADINGS = {
  summary: 'Summary (Firefox)',
  description: 'Description',
  searchTerms: 'Search terms',
  news: /^What is new in (\d+\.\d+)$/,
  headlines: 'Pictures',
};

/**
 * @param text the Markdown file
 * @throws Error with the headings that are missing, doubled or unknown
 */
export function parseListing(text: string): Listing {
  const parts = sectionsOf(text);
  const fits = (heading: string | RegExp, title: string) =>
    typeof heading === 'string' ? heading === title : heading.test(title);
  const wrong = [
    ...Object.values(HEADINGS).filter(
      (heading) => parts.filter(({ title }) => fits(heading, title)).length !== 1,
    ),
    ...parts
      .map(({ title }) => title)
      .filter((title) => !Object.values(HEADINGS).some((heading) => fits(heading, title))),
  ];
  if (wrong.length > 0)
    throw new Error(`Headings that are missing, doubled or unknown: ${wrong.join('; ')}`);
  const partOf = (heading: string | RegExp) =>
    parts.find(({ title }) => fits(heading, title)) ?? { title: '', body: '' };
  const news = partOf(HEADINGS.news);
  const items = (body: string) => [...body.matchAll(/^- (.+)$/gm)].map(([, item = '']) => item);
  const captions = items(partOf(HEADINGS.headlines).body).map((item) => item.split(': '));
  return {
    summary: partOf(HEADINGS.summary).body,
    description: partOf(HEADINGS.description).body,
    searchTerms: items(partOf(HEADINGS.searchTerms).body),
    newsOf: HEADINGS.news.exec(news.title)?.[1] ?? '',
    news: news.body,
    headlines: Object.fromEntries(captions.map(([name = '', ...rest]) => [name, rest.join(': ')])),
  };
}

/** What stands under each heading of the second level, without the space around it. */
export function sectionsOf(text: string): { title: string; body: string }[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n');
      return { title: title.trim(), body: lines.join('\n').trim() };
    });
}
