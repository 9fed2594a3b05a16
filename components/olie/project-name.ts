import { projectTitle } from '../../lib/core/olie/timer';
import type { Translate } from '../../lib/core/texts';

/** What to call a project, also if Olie names none. */
export function projectName(of: Parameters<typeof projectTitle>[0], t: Translate): string {
  return projectTitle(of) || t('noProject');
}
