import { DayBar } from '../olie/day-bar';
import { useUi } from '../ui';
import { Cards } from './cards';
import { DayBars } from './day-bars';
import { DaySection } from './day-section';
import { EmptyHistory } from './empty-history';
import { OutSection, type OutSectionProps } from './out-section';
import { ProjectTable } from './project-table';
import type { Shown } from './shown';
import { stretchesOf } from './stretches-of';
import { Toolbar, type ToolbarProps } from './toolbar';

interface HistoryPageProps extends Omit<ToolbarProps, 'view' | 'today' | 'dates'>, OutSectionProps {
  /** Null until it is read. */
  shown: Shown | null;
  /** The browser does not let us read or write it. */
  hasProblem: boolean;
  /** Nothing is kept yet of anybody. */
  isEmpty: boolean;
  isConnected: boolean;
  /** The first date of which something is known; null if nothing is. */
  firstDate: string | null;
  onOptions(): void;
}

/** What was tracked in a day, a week or a month. */
export function HistoryPage({ shown, hasProblem, isEmpty, ...rest }: HistoryPageProps) {
  const { t } = useUi();
  const known = isEmpty ? null : shown;
  return (
    <main>
      {hasProblem && <p class="notice">{t('historyProblem')}</p>}
      {isEmpty && !hasProblem && <EmptyHistory {...rest} />}
      {known !== null && <Toolbar {...rest} {...known} />}
      <p class={`message ${rest.message?.tone ?? ''}`} role="status">
        {rest.message?.text}
      </p>
      {known?.isHidden && <p class="hint">{t('timesHidden')}</p>}
      {known !== null && <Content shown={known} firstDate={rest.firstDate} />}
      <OutSection {...rest} />
    </main>
  );
}

function Content({ shown, firstDate }: { shown: Shown; firstDate: string | null }) {
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
          <Picture shown={shown} />
          <ProjectTable shown={shown} />
        </div>
      )}
      {days.toReversed().map((day) => (
        <DaySection key={day.date} day={day} shown={shown} />
      ))}
    </>
  );
}

/** A bar for each day; of a single day, its hours. */
function Picture({ shown }: { shown: Shown }) {
  const { t, now } = useUi();
  const { view, days, counting, today } = shown;
  const [day] = days;
  if (view.period.kind !== 'day' || day === undefined) return <DayBars shown={shown} />;
  return (
    <section class="card hours-of-day" aria-label={t('dayPicture')}>
      <DayBar
        day={day}
        stretches={stretchesOf(day, counting)}
        nowMs={day.date === today ? now() : null}
      />
    </section>
  );
}
