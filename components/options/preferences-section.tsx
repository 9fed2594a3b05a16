import type { ComponentChildren } from 'preact';
import { MOST_DAILY_S } from '../../lib/core/settings/goal';
import {
  BADGE_SHOWS,
  type Preferences,
  REFRESH_INTERVALS_S,
  WEEK_STARTS,
  WHEN_IDLE,
} from '../../lib/core/settings/preferences';
import type { TextKey } from '../../lib/core/texts';
import { DURATIONS, HOURS } from '../../lib/core/time/time-style';
import { type Message, MessageLine } from '../message-line';
import { useUi } from '../ui';
import { Choice } from './field';
import { GoalField } from './goal-field';
import { useManaged } from './managed';
import { Switch } from './switch';

const BADGE_TEXTS: Record<Preferences['badgeShows'], TextKey> = {
  elapsed: 'badgeElapsed',
  total: 'badgeTotal',
  nothing: 'badgeNothing',
};
const IDLE_TEXTS: Record<Preferences['whenIdle'], TextKey> = {
  nothing: 'idleNothing',
  idle: 'idleTime',
};

const HOURS_TEXTS: Record<(typeof HOURS)[number], TextKey> = {
  language: 'asTheLanguage',
  '12': 'hours12',
  '24': 'hours24',
};
const DURATION_TEXTS: Record<(typeof DURATIONS)[number], TextKey> = {
  clock: 'durationsClock',
  decimal: 'durationsDecimal',
};

const WEEK_TEXTS: Record<(typeof WEEK_STARTS)[number], TextKey> = {
  1: 'onMonday',
  6: 'onSaturday',
  7: 'onSunday',
};

interface PreferencesSectionProps {
  preferences: Preferences;
  /** What became of the last choice. */
  message: Message | null;
  /** @param isTyped the user may still be typing it */
  onChange(preferences: Preferences, isTyped?: boolean): void;
  /** What belongs to one service. */
  children?: ComponentChildren;
}

/** Each choice is saved at once. */
export function PreferencesSection(props: PreferencesSectionProps) {
  const { preferences, message, onChange, children } = props;
  const { t } = useUi();
  const { hidden } = useManaged();
  const choose = (changed: Partial<Preferences>, isTyped?: boolean) =>
    onChange({ ...preferences, ...changed }, isTyped);
  return (
    <>
      <p class="hint">{t('preferencesHint')}</p>
      <Settable preferences={preferences} choose={choose} />
      <Choice
        id="hours"
        label={t('hours')}
        value={preferences.hours ?? 'language'}
        options={HOURS.map((value) => ({ value, label: t(HOURS_TEXTS[value]) }))}
        onChoose={(hours) => choose({ hours })}
      />
      <Choice
        id="durations"
        label={t('durations')}
        value={preferences.durations ?? 'language'}
        options={[
          { value: 'language', label: t('asTheLanguage') },
          ...DURATIONS.map((value) => ({ value, label: t(DURATION_TEXTS[value]) })),
        ]}
        onChoose={(chosen) => choose({ durations: DURATIONS.find((one) => one === chosen) })}
      />
      <Choice
        id="week-begins"
        label={t('weekBegins')}
        value={preferences.weekStart ?? 0}
        options={[
          { value: 0, label: t('asTheLanguage') },
          ...WEEK_STARTS.map((value) => ({ value, label: t(WEEK_TEXTS[value]) })),
        ]}
        onChoose={(day) => choose({ weekStart: WEEK_STARTS.find((one) => one === day) })}
      />
      <Goals {...{ preferences, choose }} />
      {!hidden.includes('zaia') && <OnlyTopLevelRuns {...{ preferences, choose }} />}
      <Switch
        id="side-panel"
        label={t('sidePanel')}
        hint={t('sidePanelHint')}
        isOn={preferences.sidePanel ?? true}
        onChange={(sidePanel) => choose({ sidePanel })}
      />
      {children}
      <MessageLine message={message} />
    </>
  );
}

interface PartProps {
  preferences: Preferences;
  choose(changed: Partial<Preferences>, isTyped?: boolean): void;
}

function OnlyTopLevelRuns({ preferences, choose }: PartProps) {
  const { t } = useUi();
  return (
    <Switch
      id="only-top-level-runs"
      label={t('onlyTopLevelRuns')}
      hint={t('onlyTopLevelRunsHint')}
      isOn={preferences.onlyTopLevelRuns ?? true}
      onChange={(onlyTopLevelRuns) => choose({ onlyTopLevelRuns })}
    />
  );
}

function Goals({ preferences, choose }: PartProps) {
  return (
    <>
      <GoalField
        id="daily-goal"
        label="dailyGoal"
        goalS={preferences.dailyGoalS}
        mostS={MOST_DAILY_S}
        onChange={(dailyGoalS) => choose({ dailyGoalS }, true)}
      />
      <GoalField
        id="weekly-goal"
        label="weeklyGoal"
        goalS={preferences.weeklyGoalS}
        mostS={7 * MOST_DAILY_S}
        onChange={(weeklyGoalS) => choose({ weeklyGoalS }, true)}
      />
    </>
  );
}

/** An organization may have set these. */
function Settable({ preferences, choose }: PartProps) {
  const { t, format } = useUi();
  const { preferences: set } = useManaged();
  return (
    <>
      <Choice
        id="refresh-every"
        label={t('refreshEvery')}
        value={preferences.refreshEveryS}
        options={REFRESH_INTERVALS_S.map((value) => ({ value, label: format.spoken(value) }))}
        isManaged={set.refreshEveryS !== undefined}
        onChoose={(refreshEveryS) => choose({ refreshEveryS })}
      />
      <Choice
        id="badge-shows"
        label={t('badgeShows')}
        value={preferences.badgeShows}
        options={BADGE_SHOWS.map((value) => ({ value, label: t(BADGE_TEXTS[value]) }))}
        isManaged={set.badgeShows !== undefined}
        onChoose={(badgeShows) => choose({ badgeShows })}
      />
      <Choice
        id="when-idle"
        label={t('whenNothingRuns')}
        value={preferences.whenIdle}
        options={WHEN_IDLE.map((value) => ({ value, label: t(IDLE_TEXTS[value]) }))}
        isManaged={set.whenIdle !== undefined}
        onChoose={(whenIdle) => choose({ whenIdle })}
      />
    </>
  );
}
