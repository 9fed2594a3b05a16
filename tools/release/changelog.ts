/** The heading of what is not released yet. */
const NEXT = '## Next';
/** Such as `## 0.2.0 (2026-12-01)`. The first version has no date. */
const VERSION = /^## (\d+\.\d+\.\d+)(?: \(\d{4}-\d{2}-\d{2}\))?$/;

/**
 * The changelog with what is next under a version's own heading.
 *
 * @param text of CHANGELOG.md
 * @param version without a `v`
 * @param date such as `2026-12-01`
 * @returns null if nothing is next, or the version has a section already
 */
export function released(text: string, version: string, date: string): string | null {
  if (!sectionOf(text, 'Next') || sectionOf(text, version) !== null) return null;
  return text
    .split('\n')
    .map((line) => (line === NEXT ? `## ${version} (${date})` : line))
    .join('\n');
}

/**
 * What the changelog says of a version, without its heading.
 *
 * @param version without a `v`, or `Next`
 * @returns null if it has no such section; '' if the section is empty
 */
export function sectionOf(text: string, version: string): string | null {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => nameOf(line) === version);
  if (start === -1) return null;
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('## '));
  const end = length === -1 ? lines.length : start + 1 + length;
  return lines
    .slice(start + 1, end)
    .join('\n')
    .trim();
}

/**
 * What the page of a release says.
 *
 * @param tag such as `v0.2.0`
 * @param version of package.json
 * @param text of CHANGELOG.md
 * @returns null if they are not of one version
 */
export function notesOf(tag: string, version: string, text: string): string | null {
  const notes = sectionOf(text, version);
  return tag === `v${version}` && notes ? unwrapped(notes) : null;
}

/**
 * A section with one line for each paragraph and each point of a list. On the page of a release, unlike in a file, GitHub
 * ends a line wherever the text does.
 */
export function unwrapped(section: string): string {
  return section.replace(/(?<=\S)(?<!^ *#.*)\n *(?=\S)(?![-*+] |\d+\. |#)/gm, ' ');
}

function nameOf(line: string): string | undefined {
  return line === NEXT ? 'Next' : VERSION.exec(line)?.[1];
}
