import { stepTitle, type Timer, timerClocks } from '../../lib/core/olie/timer';
import type { Zone } from '../../lib/core/time/time-zone';
import { DatedMoment } from '../dated-moment';
import { Duration } from '../duration';
import { projectName } from '../olie/project-name';
import { Sentence } from '../sentence';
import { useUi } from '../ui';

/** The user's own clock, at the end of the way. */
export function LiveTimer({ timer, zone }: { timer: Timer; zone: Zone }) {
  const { t } = useUi();
  const { current } = timer;
  if (current === null) {
    return (
      <section class="live" aria-label={t('yourTimer')}>
        <p>{t('nothingRunsYet')}</p>
      </section>
    );
  }
  const { startedAtMs } = current;
  const step = stepTitle(current);
  return (
    <section class="live" aria-label={t('yourTimer')}>
      {!timer.hidden && <Duration clock={timerClocks(timer).elapsed} isTimer />}
      <div>
        <p class="name">
          <bdi>{projectName(current, t)}</bdi>
        </p>
        <p class="hint">
          {timer.hidden || startedAtMs === null ? (
            t(timer.hidden ? 'timesHidden' : 'running')
          ) : (
            <Sentence
              text="runningSince"
              parts={[<DatedMoment key="since" atMs={startedAtMs} zone={zone} />]}
            />
          )}
          {step !== '' && (
            <>
              {' · '}
              <bdi>{step}</bdi>
            </>
          )}
        </p>
      </div>
    </section>
  );
}
