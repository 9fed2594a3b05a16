import type { Message } from '../../components/message-line';
import { RemindersSection } from '../../components/options/reminders-section';
import { useUi } from '../../components/ui';
import { browserWeekStart, createBrowserDates } from '../../lib/browser/dates';
import { mute, showReminder } from '../../lib/browser/send-command';
import { browserTimeZone } from '../../lib/browser/texts';
import type { CommandOf } from '../../lib/core/messages/command';
import type { Preferences } from '../../lib/core/settings/preferences';
import { type RuleKey, WEEKDAYS } from '../../lib/core/settings/reminder-preferences';
import { type Stored, serverOffset } from '../../lib/core/state/state';
import { whyNot } from './form-message';
import { useMute } from './use-mute';
import { useRemindSwitch } from './use-remind-switch';

interface RemindersProps {
  preferences: Preferences;
  stored: Stored;
  /** What became of the last choice of reminders that was saved. */
  message: Message | null;
  onChange(preferences: Preferences, isTyped?: boolean): void;
}

/** The reminders, with what they need of the browser. */
export function Reminders({ preferences, stored, message, onChange }: RemindersProps) {
  const { t } = useUi();
  const { say, ...own } = useRemindSwitch(preferences, onChange);
  const muted = useMute(serverOffset(stored.state));

  const onMute = async (until: CommandOf<'mute'>['until']) => {
    const reply = await mute(until);
    if (reply !== null && 'done' in reply) return say(null);
    say({ tone: 'bad', text: t(reply ? whyNot(reply.failure) : 'backgroundSilent') });
  };
  const onSwitch = (isOn: boolean) => {
    own.onSwitch(isOn);
    // The popup would say that they are muted.
    if (!isOn && muted.mutedUntilMs !== null) onMute('not');
  };
  const onShow = async (rule: RuleKey) => {
    const reply = await showReminder(rule);
    if (reply === null) return say({ tone: 'bad', text: t('backgroundSilent') });
    if ('done' in reply) return say({ tone: 'good', text: t('exampleShown', t('cantSeeThem')) });
    const isForbidden = reply.failure.kind === 'permission';
    const text = isForbidden ? t('remindNotAllowed') : t('exampleNotShown', t('cantSeeThem'));
    say({ tone: 'bad', text });
  };
  return (
    <RemindersSection
      {...own}
      {...muted}
      timeZone={browserTimeZone()}
      hasGoal={preferences.dailyGoalS !== undefined}
      weekdays={weekdaysFrom(browserWeekStart(preferences.weekStart))}
      message={own.message ?? message}
      onSwitch={onSwitch}
      onMute={onMute}
      onShow={onShow}
    />
  );
}

/** The days of the week, that one first. */
function weekdaysFrom(firstDay: number) {
  const { weekdayName } = createBrowserDates();
  return WEEKDAYS.map((_, index) => {
    const day = ((firstDay - 1 + index) % 7) + 1;
    return { day, name: weekdayName(day) };
  });
}
