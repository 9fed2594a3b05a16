import {
  isIn,
  PERIOD_KINDS,
  type PeriodKind,
  periodWith,
  shifted,
  switched,
  type View,
} from '../../lib/core/history/period';
import type { Person } from '../../lib/core/history/records';
import type { TextKey } from '../../lib/core/texts';
import { useUi } from '../ui';
import type { Shown } from './shown';

const KIND_TEXTS: Record<PeriodKind, TextKey> = { day: 'day', week: 'week', month: 'month' };
const NOW_TEXTS: Record<PeriodKind, TextKey> = {
  day: 'today',
  week: 'thisWeek',
  month: 'thisMonth',
};

export interface ToolbarProps extends Pick<Shown, 'view' | 'today' | 'dates'> {
  /** On which day weeks begin, 1 for Monday to 7 for Sunday. */
  weekStart: number;
  /** The projects to choose from. */
  choices: { key: string; name: string }[];
  persons: Person[];
  personId: string | null;
  onView(view: View): void;
  onPerson(id: string): void;
  onCopy(): void;
  onCsv(): void;
}

/** What is shown, and how to get to the rest. */
export function Toolbar(props: ToolbarProps) {
  const { view, today, dates, weekStart, choices, onView } = props;
  const { t } = useUi();
  const { period, project } = view;
  const go = (next: View['period']) => onView({ ...view, period: next });
  const isLast = isIn(period, today);
  return (
    <header class="toolbar">
      <h1 aria-live="polite" tabIndex={-1}>
        {dates.period(period, today)}
      </h1>
      <div class="steps">
        <button type="button" class="previous" onClick={() => go(shifted(period, -1))}>
          <span class="visually-hidden">{t('previous')}</span>
        </button>
        <button type="button" onClick={() => go(periodWith(period.kind, today, weekStart))}>
          {t(NOW_TEXTS[period.kind])}
        </button>
        <button
          type="button"
          class="next"
          aria-disabled={isLast}
          onClick={() => isLast || go(shifted(period, 1))}
        >
          <span class="visually-hidden">{t('next')}</span>
        </button>
      </div>
      <div class="tools">
        <fieldset class="kinds" aria-label={t('shownPeriod')}>
          {PERIOD_KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              aria-pressed={kind === period.kind}
              onClick={() => go(switched(period, kind, today, weekStart))}
            >
              {t(KIND_TEXTS[kind])}
            </button>
          ))}
        </fieldset>
        <select
          aria-label={t('project')}
          value={project ?? ''}
          onChange={({ currentTarget }) => onView({ period, project: currentTarget.value || null })}
        >
          <option value="">{t('allProjects')}</option>
          {choices.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
        <PersonChoice {...props} />
        <button type="button" onClick={props.onCopy}>
          {t('copy')}
        </button>
        <button type="button" class="primary" onClick={props.onCsv}>
          {t('exportCsv')}
        </button>
      </div>
    </header>
  );
}

/** Whose history, if there are several. */
function PersonChoice({ persons, personId, onPerson }: ToolbarProps) {
  const { t } = useUi();
  if (persons.length < 2) return null;
  return (
    <select
      aria-label={t('whoseHistory')}
      value={personId ?? ''}
      onChange={({ currentTarget }) => onPerson(currentTarget.value)}
    >
      {persons.map(({ id, name }) => (
        <option key={id} value={id}>
          {`${name || t('unnamedPerson')} · ${hostOf(id)}`}
        </option>
      ))}
    </select>
  );
}

/** "api.olie.ai", of a person's id */
function hostOf(id: string): string {
  return id.split(' ')[0]?.replace(/^\w+:\/\//, '') ?? '';
}
