import type { ProjectTime } from '../../lib/core/history/projects';
import { hueOf } from '../../lib/core/olie/hue';

/** As many patterns as paint.css has. */
const PATTERNS = 4;

/**
 * How a project is drawn, everywhere on the page: in its colour and, where colours are forced, in a pattern.
 * @param all the projects of the period
 */
export function paintOf({ project }: ProjectTime, all: ProjectTime[]) {
  if (project === null) return { 'data-pattern': 'none' };
  const index = all.findIndex((one) => one.project?.key === project.key);
  return {
    'data-pattern': String(Math.max(0, index) % PATTERNS),
    style: { '--hue': hueOf(project.id) },
  };
}
