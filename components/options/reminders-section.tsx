import {
  type WorkingHours as Hours,
  type ReminderPreferences,
  type Reminders,
  WEEKDAYS,
} from '../../lib/core/settings/reminder-preferences';
import { type Message, MessageLine } from '../message-line';
import { useUi } from '../ui';
import { MuteLine, type MuteLineProps } from './mute-line';
import { RemindSwitch, type RemindSwitchProps } from './remind-switch';
import { ReminderRules, type ReminderRulesProps } from './reminder-rules';
import { type Weekday, WorkingHours } from './working-hours';

interface RemindersSectionProps
  extends Pick<ReminderRulesProps, 'hasGoal' | 'onShow'>,
    Pick<RemindSwitchProps, 'onSwitch'>,
    MuteLineProps {
  reminders: Reminders;
  /** In the order in which they are shown. */
  weekdays: Weekday[];
  /** May notifications be shown? Null until the browser has told. */
  isAllowed: boolean | null;
  /** What became of the last choice. */
  message: Message | null;
  /** Asks the browser's permission: to be done before anything is awaited. */
  onAllow(): void;
  /** @param isTyped the user may still be typing it */
  onChange(changed: ReminderPreferences, isTyped?: boolean): void;
}

/** What reminds, when and of what. While it is off, nothing of that is shown. */
export function RemindersSection(props: RemindersSectionProps) {
  const { reminders, isAllowed, message, onSwitch, onAllow } = props;
  const { t } = useUi();
  return (
    <>
      {reminders.isOn && isAllowed === false && (
        <div class="notice">
          <p>{t('remindNotAllowed')}</p>
          <div class="buttons">
            <button type="button" class="primary" onClick={onAllow}>
              {t('allowNotifications')}
            </button>
          </div>
        </div>
      )}
      <RemindSwitch isOn={reminders.isOn} onSwitch={onSwitch} />
      {reminders.isOn && <WhileOn {...props} />}
      <MessageLine message={message} />
    </>
  );
}

function WhileOn(props: RemindersSectionProps) {
  const { reminders, weekdays, onChange } = props;
  const { hours, rules, atMostADay } = reminders;
  const changeHours = ({ days, fromMin, toMin }: Hours, isTyped?: boolean) => {
    const workDays = WEEKDAYS.filter((day) => days.includes(day));
    onChange({ workDays, workFromMin: fromMin, workToMin: toMin }, isTyped);
  };
  return (
    <>
      <WorkingHours hours={hours} weekdays={weekdays} onChange={changeHours} />
      <ReminderRules
        {...props}
        rules={rules}
        atMostADay={atMostADay}
        onRule={(key, choice) => onChange({ rules: { [key]: choice } })}
        onAtMost={(changed) => onChange({ atMostADay: changed })}
      />
      <MuteLine {...props} />
      <CannotSee />
    </>
  );
}

/** What may hide notifications that a browser shows. */
function CannotSee() {
  const { t } = useUi();
  return (
    <details>
      <summary>{t('cantSeeThem')}</summary>
      <ul class="advice">
        <li>{t('cantSeeBrowser')}</li>
        <li>{t('cantSeeWindows')}</li>
        <li>{t('cantSeeMac')}</li>
        <li>{t('cantSeeGnome')}</li>
      </ul>
    </details>
  );
}
