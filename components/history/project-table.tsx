import type { HistoryDay } from '../../lib/core/history/days';
import { shares } from '../../lib/core/history/projects';
import { isAtLeast } from '../../lib/core/history/totals';
import { Duration } from '../duration';
import { useUi } from '../ui';
import { paintOf } from './paint';
import { ProjectLabel } from './project-label';
import { clockOf, type Shown } from './shown';

/** More days than this are counted, not named. */
const MOST_NAMED = 3;

/** The time of each project, and what the totals may lack. */
export function ProjectTable({ shown }: { shown: Shown }) {
  const { t, format } = useUi();
  const { totals, projects: order, counting } = shown;
  const { totalS, amount, projects, isPartial } = totals;
  const shared = shares(
    projects.map(({ seconds }) => seconds),
    totalS > 0 ? 100 : 0,
  );
  const isExpected = projects.some(({ expected }) => expected !== undefined);
  return (
    <section class="card projects" aria-labelledby="time-per-project">
      <h2 id="time-per-project" class="visually-hidden">
        {t('timePerProject')}
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('project')}</th>
            <th scope="col">{t('time')}</th>
            {isExpected && <th scope="col">{t('expected')}</th>}
            <th scope="col" class="share">
              {t('share')}
            </th>
            {amount !== null && <th scope="col">{t('amount')}</th>}
          </tr>
        </thead>
        <tbody>
          {projects.map((time, index) => (
            <tr key={time.project?.key ?? ''}>
              <th scope="row">
                <span class="paint swatch" {...paintOf(time, order)} />
                <ProjectLabel time={time} />
              </th>
              <td>
                <Duration
                  clock={clockOf(
                    time.seconds,
                    counting,
                    ({ project }) => project === (time.project?.key ?? null),
                  )}
                />
              </td>
              {isExpected && (
                <td>{time.expected ? <Expected seconds={time.expected.seconds} /> : '–'}</td>
              )}
              <td class="share">{format.percent((shared[index] ?? 0) / 100)}</td>
              {amount !== null && (
                <td>{time.amount === null ? '–' : format.decimal(time.amount)}</td>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t(isPartial ? 'totalAtLeast' : 'total')}</th>
            <td>
              <Duration clock={clockOf(totalS, counting)} />
            </td>
            {isExpected && <td />}
            <td class="share" />
            {amount !== null && <td>{format.decimal(amount)}</td>}
          </tr>
        </tfoot>
      </table>
      <Saw shown={shown} isExpected={isExpected} />
    </section>
  );
}

/** Not a `<time>` as its neighbours: those add up to the total, and this is no part of it. */
function Expected({ seconds }: { seconds: number }) {
  const { format } = useUi();
  return (
    <>
      <span aria-hidden="true">{format.duration(seconds)}</span>
      <span class="visually-hidden">{format.spoken(seconds)}</span>
    </>
  );
}

/** What this browser saw, of which days it did not see the end, and of which it saw nothing. */
function Saw({ shown: { days, dates }, isExpected }: { shown: Shown; isExpected: boolean }) {
  const { t, format } = useUi();
  const named = (found: HistoryDay[]) =>
    found.length > MOST_NAMED
      ? t('manyDays', format.credits(found.length))
      : dates.list(found.map(({ date }) => dates.dayAndMonth(date)));
  const partial = days.filter(isAtLeast);
  const unknown = days.filter(({ isUnknown }) => isUnknown);
  const sentences = [
    t('whatWasSeen'),
    isExpected && t('expectedMeans'),
    partial.length > 0 && t('endNotSeen', named(partial)),
    unknown.length > 0 && t('daysUnknown', named(unknown)),
  ];
  return <p class="hint">{sentences.filter(Boolean).join(' ')}</p>;
}
