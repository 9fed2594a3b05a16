import { useRef } from 'preact/hooks';
import {
  amount,
  type Execution,
  projectTitle,
  stepTitle,
  type Timer,
  timerClocks,
} from '../../lib/core/olie/timer';
import { projectAddress } from '../../lib/core/olie/web-address';
import { readSeconds, runningFrom } from '../../lib/core/time/clock';
import type { Zone } from '../../lib/core/time/time-zone';
import { DatedMoment } from '../dated-moment';
import { Duration } from '../duration';
import { Sentence } from '../sentence';
import { useEverySecond, useUi, writeText } from '../ui';
import { Avatar } from './avatar';
import { EstimateLine } from './estimate';
import { LastSession } from './last-session';

interface HeroProps {
  timer: Timer;
  zone: Zone;
  isOld: boolean;
  /** Where the user's company has Olie on the web, an origin. Left out: nothing links there. */
  olieWebAddress: string | undefined;
}

/** The running timer, or the last session if none runs. */
export function Hero({ timer, zone, isOld, olieWebAddress }: HeroProps) {
  const { t } = useUi();
  const { current, user } = timer;
  const { elapsed } = timerClocks(timer);
  return (
    <header class={isOld ? 'hero old' : 'hero'}>
      <div class="project">
        {current?.projectCode && (
          <bdi class="code" title={current.projectCode}>
            {current.projectCode}
          </bdi>
        )}
        {/* dir="auto" cuts a long name at its end in every script. */}
        <h1 class={current === null ? 'name idle' : 'name'} dir="auto" title={current?.projectName}>
          {current === null
            ? t('noTimerRunning')
            : current.projectName || (current.projectCode ? '' : t('noProject'))}
        </h1>
        {current && olieWebAddress !== undefined && (
          <a
            class="olie"
            href={projectAddress(olieWebAddress, current.projectId)}
            target="_blank"
            rel="noreferrer"
            title={t('openInOlie', projectTitle(current))}
          >
            Olie ↗
          </a>
        )}
        {user && <Avatar name={user.name} />}
      </div>
      {current === null ? (
        <LastSession timer={timer} zone={zone} />
      ) : (
        <>
          {!timer.hidden && (
            <p class="clock">
              <Duration clock={elapsed} isTimer />
            </p>
          )}
          <RunningLine execution={current} zone={zone} isHidden={timer.hidden} />
          <EstimateLine timer={timer} />
          {!timer.hidden && current.hourlyRate > 0 && <Amount execution={current} />}
        </>
      )}
      {timer.hidden && <p class="hint">{t('timesHidden')}</p>}
    </header>
  );
}

interface RunningLineProps {
  execution: Execution;
  zone: Zone;
  isHidden: boolean;
}

function RunningLine({ execution, zone, isHidden }: RunningLineProps) {
  const { t } = useUi();
  const { startedAtMs } = execution;
  const step = stepTitle(execution);
  return (
    <p class="status">
      <span class="dot" />
      <span class="line">
        {isHidden || startedAtMs === null ? (
          t('running')
        ) : (
          <Sentence
            text="runningSince"
            parts={[<DatedMoment key="since" atMs={startedAtMs} zone={zone} />]}
          />
        )}
        {!isHidden && startedAtMs === null && `, ${t('startUnknown')}`}
        {step !== '' && (
          <>
            {' · '}
            <bdi title={step}>{step}</bdi>
          </>
        )}
      </span>
    </p>
  );
}

/** Has no currency, because Olie does not name one. */
function Amount({ execution }: { execution: Execution }) {
  const { t, format, now } = useUi();
  const { startedAtMs, hourlyRate } = execution;
  const element = useRef<HTMLParagraphElement>(null);
  const count = () => readSeconds(runningFrom(startedAtMs ?? 0), now());
  const text = (seconds: number) => t('amountSoFar', format.decimal(amount(hourlyRate, seconds)));
  useEverySecond(startedAtMs !== null, count, (seconds) =>
    writeText(element.current, text(seconds)),
  );
  if (startedAtMs === null) return null;
  return (
    <p ref={element} class="hint amount">
      {text(count())}
    </p>
  );
}
