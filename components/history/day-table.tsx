import { isAtLeast } from '../../lib/core/history/totals';
import { standing } from '../../lib/core/time/clock';
import { Duration } from '../duration';
import { useUi } from '../ui';
import { ProjectLabel } from './project-label';
import { clockOf, type Shown } from './shown';
import { Total } from './total';

/** The same numbers as the bars, read aloud. */
export function DayTable({ shown }: { shown: Shown }) {
  const { t } = useUi();
  const { days, dates, today, totals, counting } = shown;
  const { projects } = totals;
  return (
    <table>
      <caption>{t('timePerDay')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('day')}</th>
          <th scope="col">{t('total')}</th>
          {projects.map((time) => (
            <th key={time.project?.key ?? ''} scope="col">
              <ProjectLabel time={time} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day, index) => {
          const { date, totalS, isUnknown, projects: ofDay } = day;
          return (
            <tr key={index}>
              <th scope="row">{dates.day(date, today)}</th>
              <td>
                <Total
                  clock={isUnknown ? null : clockOf(totalS, counting, (one) => one.date === date)}
                  isPartial={isAtLeast(day)}
                />
              </td>
              {projects.map(({ project }) => {
                const key = project?.key;
                const seconds = ofDay.find((one) => one.project?.key === key)?.seconds ?? 0;
                return (
                  <td key={key ?? ''}>{!isUnknown && <Duration clock={standing(seconds)} />}</td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
