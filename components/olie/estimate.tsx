import { type Estimate, shownEstimate } from '../../lib/core/olie/estimate';
import { spentClock } from '../../lib/core/olie/spent';
import type { Timer } from '../../lib/core/olie/timer';
import { readSeconds } from '../../lib/core/time/clock';
import { Minutes } from '../minutes';
import { Sentence } from '../sentence';
import { useNow, useUi } from '../ui';

/** What is tracked of what is expected on the running project, if Olie says it and times may be shown. */
export function EstimateLine({ timer }: { timer: Timer }) {
  const estimate = shownEstimate(timer);
  return estimate && <KnownEstimate timer={timer} estimate={estimate} />;
}

function KnownEstimate({ timer, estimate }: { timer: Timer; estimate: Estimate }) {
  const { t, format } = useUi();
  const { expectedS, expectedAmount, hourlyRate, status, budget } = estimate;
  const clock = spentClock(timer, estimate);
  const isRunning = clock.kind === 'running';
  // Drawn again only when its minutes turn.
  const nowMs = useNow(isRunning ? 60_000 : null, isRunning ? clock.zeroAtMs : 0);
  const spentS = readSeconds(clock, nowMs);
  const state = spentS > expectedS ? 'over' : 'within';
  const parts = [
    <Minutes key="spent" seconds={spentS} isBesideHours />,
    <Minutes key="expected" seconds={expectedS} isBesideHours />,
  ];
  const hasAmount = expectedAmount > 0 && hourlyRate > 0;
  const project = [
    status && t('projectStatus', status),
    budget > 0 && t('projectBudget', format.credits(budget)),
  ];
  return (
    <div class="estimate" data-estimate={state} title={project.filter(Boolean).join('\n')}>
      <div class="spent" aria-hidden="true">
        <span style={{ width: `${Math.min(100, (spentS / expectedS) * 100)}%` }} />
      </div>
      <p>
        <Sentence text="estimate" parts={parts} />
        {state === 'over' && ` · ${t('overEstimate')}`}
        {hasAmount &&
          ` · ${t('expectedAmount', format.credits(expectedAmount), format.credits(hourlyRate))}`}
      </p>
    </div>
  );
}
