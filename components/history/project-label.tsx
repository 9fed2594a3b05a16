import type { ProjectTime } from '../../lib/core/history/projects';
import { projectTitle } from '../../lib/core/olie/timer';
import { useUi } from '../ui';

/** What to call a project; in words if no session explains the time. */
export function ProjectLabel({ time: { project } }: { time: ProjectTime }) {
  const { t } = useUi();
  if (project === null) return <>{t('unexplained')}</>;
  const title = projectTitle({ projectCode: project.code, projectName: project.name });
  return <bdi>{title || t('noProject')}</bdi>;
}
