/** Every system takes names of this length. */
const MOST_CHARACTERS = 60;

/**
 * The name of the file for a sheet: "olie-timer-2026-11-16-to-2026-11-22-PC001.csv".
 * @param dates those in it, in order
 * @param project whose time alone is in it; null for all
 */
export function sheetName(dates: string[], project: { code: string; name: string } | null): string {
  const days = [...new Set([dates[0], dates.at(-1)])].join('-to-');
  const title = project ? plain(project.code || project.name) : '';
  return `${['olie-timer', days, title].filter(Boolean).join('-')}.csv`;
}

/** Without what some system forbids in the name of a file. */
function plain(text: string): string {
  const words = text.slice(0, MOST_CHARACTERS).split(/[^\p{L}\p{N}]/u);
  return words.filter(Boolean).join('-');
}
