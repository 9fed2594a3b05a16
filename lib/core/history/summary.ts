import { projectTitle } from '../olie/timer';
import type { Words } from '../ui';
import type { HistoryDay } from './days';
import { type ProjectTime, summed } from './projects';
import { isAtLeast } from './totals';

/**
 * What was done in a day, week or month, as a short text to paste into a chat: the title, a line for each project, and the
 * total. It has only names if the account hides the times of one of the days.
 * @param title of the period, as the page shows it
 */
export function summaryOf(title: string, days: HistoryDay[], { t, format }: Words): string {
  const times = summed(days.flatMap(({ projects }) => projects));
  const nameOf = ({ project }: ProjectTime) => {
    if (project === null) return t('unexplained');
    const name = projectTitle({ projectCode: project.code, projectName: project.name });
    return inOneLine(name) || t('noProject');
  };
  if (days.some(({ isHidden }) => isHidden)) return [title, ...times.map(nameOf)].join('\n');
  const lines = times.map((time) => `${nameOf(time)}: ${format.duration(time.seconds)}`);
  const totalS = times.reduce((sum, { seconds }) => sum + seconds, 0);
  const total = days.some(isAtLeast) ? 'summaryAtLeast' : 'summaryTotal';
  return [title, ...lines, t(total, format.duration(totalS))].join('\n');
}

function inOneLine(name: string): string {
  return name.replace(/\s+/g, ' ');
}
