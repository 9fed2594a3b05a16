import {
  MOST_REMINDERS,
  type Reminders,
  RULE_CHOICES,
  RULE_KEYS,
  type RuleChoice,
  type RuleChoices,
  type RuleKey,
} from '../../lib/core/settings/reminder-preferences';
import type { TextKey } from '../../lib/core/texts';
import type { Words } from '../../lib/core/ui';
import { useUi } from '../ui';
import { Choice } from './field';
import { useManaged } from './managed';
import { Switch } from './switch';

const RULE_TEXTS: Record<RuleKey, TextKey> = {
  'still-running': 'ruleStillRunning',
  'after-hours': 'ruleAfterHours',
  away: 'ruleAway',
  'not-started': 'ruleNotStarted',
  goal: 'ruleGoal',
  expected: 'ruleExpected',
  'workflow-failed': 'ruleWorkflowFailed',
  'workflow-ended': 'ruleWorkflowEnded',
  'run-failed': 'ruleRunFailed',
  'run-ended': 'ruleRunEnded',
};
const RULE_HINTS: Partial<Record<RuleKey, TextKey>> = {
  'still-running': 'ruleStillRunningHint',
  expected: 'ruleExpectedHint',
};

/** The others are about the timer. */
const RULE_SERVICES: Partial<Record<RuleKey, string>> = {
  'workflow-failed': 'b3os',
  'workflow-ended': 'b3os',
  'run-failed': 'zaia',
  'run-ended': 'zaia',
};

export interface ReminderRulesProps extends Pick<Reminders, 'rules' | 'atMostADay'> {
  hasGoal: boolean;
  onRule(key: RuleKey, choice: RuleChoice): void;
  onAtMost(atMostADay: (typeof MOST_REMINDERS)[number] | undefined): void;
  /** Shows what that reminder would say. */
  onShow(key: RuleKey): void;
}

/** A line for each reminder, and how many a day may bring. */
export function ReminderRules(props: ReminderRulesProps) {
  const { rules, atMostADay, hasGoal, onRule, onAtMost, onShow } = props;
  const { t } = useUi();
  const { hidden } = useManaged();
  const offered = RULE_KEYS.filter((key) => !hidden.includes(RULE_SERVICES[key] ?? ''));
  return (
    <>
      {offered.map((key) => (
        <RuleLine
          key={key}
          rule={key}
          choice={rules[key]}
          hasGoal={hasGoal}
          onChoose={(choice) => onRule(key, choice)}
          onShow={() => onShow(key)}
        />
      ))}
      <Choice
        id="most-a-day"
        label={t('mostADay')}
        value={atMostADay}
        options={MOST_REMINDERS.map((value) => ({ value, label: t('timesADay', String(value)) }))}
        onChoose={(most) => onAtMost(MOST_REMINDERS.find((one) => one === most))}
      />
    </>
  );
}

interface RuleLineProps {
  rule: RuleKey;
  choice: RuleChoice;
  hasGoal: boolean;
  onChoose(choice: RuleChoice): void;
  onShow(): void;
}

function RuleLine({ rule, choice, hasGoal, onChoose, onShow }: RuleLineProps) {
  const ui = useUi();
  const { t } = ui;
  const id = `rule-${rule}`;
  const label = t(RULE_TEXTS[rule]);
  const hintKey = RULE_HINTS[rule];
  const hint = rule === 'goal' && !hasGoal ? <NoGoal /> : hintKey && t(hintKey);
  const show = (
    <button type="button" aria-label={t('showOf', label)} onClick={onShow}>
      {t('show')}
    </button>
  );
  const shared = { id, label, hint };
  const { choices, unit }: RuleChoices = RULE_CHOICES[rule];
  if (unit === undefined) {
    return (
      <Switch {...shared} isOn={choice === 'on'} onChange={(isOn) => onChoose(isOn ? 'on' : 'off')}>
        {show}
      </Switch>
    );
  }
  const options = choices.map((value) => ({ value, label: choiceText(value, unit, ui) }));
  return (
    <Choice {...shared} value={choice} options={options} onChoose={onChoose}>
      {show}
    </Choice>
  );
}

/** "4 hours" */
function choiceText(choice: RuleChoice, unit: RuleChoices['unit'], { t, format }: Words): string {
  if (typeof choice === 'string') return t('ruleOff');
  return format.spoken(choice * (unit === 'hours' ? 3600 : 60));
}

function NoGoal() {
  const { t } = useUi();
  return (
    <>
      {t('ruleGoalNone')} <a href="#daily-goal">{t('setGoal')}</a>
    </>
  );
}
