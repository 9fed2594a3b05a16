import { existsSync } from 'node:fs';
import { canInstall, installStep } from './debian.mjs';
import { SetupError } from './steps.mjs';

/** The fonts that most systems with Linux have for their own texts. */
export const systemFonts = [
  {
    family: 'DejaVu Sans',
    debian: 'fonts-dejavu-core',
    path: '/usr/share/fonts/truetype/dejavu',
  },
  {
    family: 'Liberation Sans',
    debian: 'fonts-liberation',
    path: '/usr/share/fonts/truetype/liberation',
  },
  { family: 'Noto Sans', debian: 'fonts-noto-core', path: '/usr/share/fonts/truetype/noto' },
];

/**
 * What the look at the toolbars needs: a screen that is a file, and the fonts.
 *
 * @returns {import('./steps.mjs').Step[]}
 * @throws {SetupError} if something is missing that only the reader can install
 */
export function toolbarSteps() {
  const needed = [{ debian: 'xvfb', path: '/usr/bin/Xvfb' }, ...systemFonts];
  const names = needed.filter(({ path }) => !existsSync(path)).map(({ debian }) => debian);
  if (names.length === 0) return [];
  if (canInstall()) return [installStep(names)];
  throw new SetupError(
    `Missing: ${names.join(' and ')}. On Debian, run "sudo apt-get install ${names.join(' ')}". Elsewhere the toolbars cannot be looked at.`,
  );
}
