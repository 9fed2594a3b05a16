import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { init, parse } from 'es-module-lexer';
import { parseHTML } from 'linkedom';
import { absolute, type Line } from '../line.ts';

const output = fileURLToPath(new URL('../../.output', import.meta.url));
/** In kB after gzip; 1 kB is 1000 bytes. */
const LIMITS = { popup: 33.5, history: 9, background: 47.2 };

/** A section is loaded only if its service is connected (components/b3os, components/zaia). */
const SECTION = /\/(workflows|agent-runs)-[^/]+$/;
/** Loaded after the popup's first frame: the history, and that reminders are muted. It has a limit of its own. */
const HISTORY = /\/history-[^/]+$/;

/** What popup and background load in each build, beside their limits. */
export async function sizes(): Promise<Line[]> {
  await init;
  return ['chrome-mv3', 'firefox-mv3'].flatMap((build) => {
    const folder = join(output, build);
    const all = filesOfPage(folder, 'popup.html');
    const first = filesOfPage(folder, 'popup.html', HISTORY);
    const popupKb = gzipKb(folder, first);
    const historyKb = gzipKb(
      folder,
      all.filter((file) => !first.includes(file)),
    );
    const backgroundKb = gzipKb(folder, ['background.js']);
    return [
      absolute(`size: popup in ${build}, kB gzip`, popupKb, LIMITS.popup),
      absolute(`size: its history in ${build}, kB gzip`, historyKb, LIMITS.history),
      absolute(`size: background in ${build}, kB gzip`, backgroundKb, LIMITS.background),
    ];
  });
}

/**
 * The files that a built page loads: itself, its scripts and styles, and all that these import, sections excepted. What is
 * imported later counts too, so that nothing gets under the limit by being late.
 * @param without files to leave out, with what only they import
 */
export function filesOfPage(folder: string, page: string, without?: RegExp): string[] {
  const { document } = parseHTML(readFileSync(join(folder, page), 'utf8'));
  const files = new Set([page]);
  for (const element of document.querySelectorAll('script[src], link[href]')) {
    files.add((element.getAttribute('src') ?? element.getAttribute('href') ?? '').slice(1));
  }
  // The loop also visits what is added meanwhile.
  for (const file of files) {
    if (!file.endsWith('.js')) continue;
    const [imports] = parse(readFileSync(join(folder, file), 'utf8'));
    for (const { n: name, d: kind } of imports) {
      // `import.meta` has this kind.
      if (kind === -2) continue;
      if (name === undefined) throw new Error(`${file} imports something by a computed name`);
      const imported = posix.join(posix.dirname(file), name);
      if (!SECTION.test(imported) && !without?.test(imported)) files.add(imported);
    }
  }
  return [...files];
}

function gzipKb(folder: string, files: string[]): number {
  const bytes = files.map(
    (file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
  );
  return bytes.reduce((sum, length) => sum + length, 0) / 1000;
}
