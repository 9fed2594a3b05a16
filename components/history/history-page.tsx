import { useMemo } from 'preact/hooks';
import { awayWhileRunning } from '../../lib/core/history/away';
import type { TextKey } from '../../lib/core/texts';
import { MessageLine } from '../message-line';
import { DayBar } from '../olie/day-bar';
import { useUi } from '../ui';
import { Cards } from './cards';
import { DayBars } from './day-bars';
import { DaySection } from './day-section';
import { EmptyHistory } from './empty-history';
import { Later } from './later';
import { OutSection, type OutSectionProps } from './out-section';
import { ProjectTable } from './project-table';
import type { Shown } from './shown';
import { stretchesOf } from './stretches-of';
import { Toolbar, type ToolbarProps } from './toolbar';

/** So many days are in sight below the picture, at most. */
const IN_SIGHT = 2;

interface HistoryPageProps extends Omit<ToolbarProps, 'view' | 'today' | 'dates'>, OutSectionProps {
  /** Null until it is read. */
  shown: Shown | null;
  /** The browser does not let us read or write it. */
  problem: TextKey | null;
  /** Nothing is kept yet of anybody. */
  isEmpty: boolean;
  isConnected: boolean;
  /** The first date of which something is known; null if nothing is. */
  firstDate: string | null;
  /** Leaves what is out of sight as it was: the rest comes sooner (BENCH.md). Default: false. */
  isFirstFrame?: boolean;
  onOptions(): void;
}

/** What was tracked in a day, a week or a month. */
export function HistoryPage(props: HistoryPageProps) {
  const { shown, problem, isEmpty, isFirstFrame = false, ...rest } = props;
  const { t } = useUi();
  const known = isEmpty ? null : shown;
  // Before that, the page's last section would stand at its top for a moment.
  const isKnown = shown !== null || problem !== null;
  const { firstDate } = rest;
  const content = useMemo(
    () => known && <Content shown={known} firstDate={firstDate} isFirstFrame={isFirstFrame} />,
    [known, firstDate, isFirstFrame],
  );
  return (
    <main>
      {problem !== null && known === null && <h1>{t('history')}</h1>}
      {problem !== null && <p class="notice">{t(problem)}</p>}
      {isEmpty && problem === null && <EmptyHistory {...rest} />}
      {known !== null && <Toolbar {...rest} {...known} />}
      <MessageLine message={rest.message} />
      {known?.isHidden && <p class="hint">{t('timesHidden')}</p>}
      {content}
      {isKnown && <OutSection {...rest} />}
    </main>
  );
}

interface ContentProps {
  shown: Shown;
  firstDate: string | null;
  isFirstFrame: boolean;
}

function Content({ shown, firstDate, isFirstFrame }: ContentProps) {
  const { t } = useUi();
  const { days, dates, today, totals, isHidden } = shown;
  if (totals.isUnknown) {
    return (
      <p class="nothing">
        {t('nothingKnown')}
        {firstDate !== null && ` ${t('historyBegins', dates.day(firstDate, today))}`}
      </p>
    );
  }
  return (
    <>
      {!isHidden && <Cards shown={shown} />}
      {!isHidden && (
        <div class="overview">
          <Picture shown={shown} isFirstFrame={isFirstFrame} />
          <ProjectTable shown={shown} />
        </div>
      )}
      {days.toReversed().map((day, index) => (
        // By its place: a step changes the texts of a day's elements, which is faster than to make new ones (BENCH.md).
        <Later key={index} isLater={isFirstFrame && index >= IN_SIGHT}>
          <DaySection day={day} shown={shown} />
        </Later>
      ))}
    </>
  );
}

/** A bar for each day; of a single day, its hours. */
function Picture({ shown, isFirstFrame }: Pick<ContentProps, 'shown' | 'isFirstFrame'>) {
  const { t, now } = useUi();
  const { view, days, counting, absences, today } = shown;
  const [day] = days;
  if (view.period.kind !== 'day' || day === undefined) {
    return <DayBars shown={shown} isFirstFrame={isFirstFrame} />;
  }
  const stretches = stretchesOf(day, counting);
  return (
    <section class="card hours-of-day" aria-label={t('dayPicture')}>
      <DayBar
        day={day}
        stretches={stretches}
        away={awayWhileRunning(absences, stretches, day, now())}
        nowMs={day.date === today ? now() : null}
      />
    </section>
  );
}
