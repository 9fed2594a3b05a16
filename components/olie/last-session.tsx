import type { Timer } from '../../lib/core/olie/timer';
import type { Zone } from '../../lib/core/time/time-zone';
import { DatedMoment } from '../dated-moment';
import { Sentence } from '../sentence';
import { useUi } from '../ui';
import { projectName } from './project-name';

export function LastSession({ timer, zone }: { timer: Timer; zone: Zone }) {
  const { t } = useUi();
  const last = timer.recent[0] ?? timer.lastEarlier;
  if (last === null) return <p class="status">{t('noSessionsToday')}</p>;
  const name = projectName(last, t);
  const title = (
    <bdi key="title" title={name}>
      {name}
    </bdi>
  );
  return (
    <p class="status">
      <span class="dot idle" />
      <span class="line">
        {timer.hidden ? (
          title
        ) : (
          <Sentence
            text="lastEnded"
            parts={[title, <DatedMoment key="ended" atMs={last.finishedAtMs} zone={zone} />]}
          />
        )}
      </span>
    </p>
  );
}
