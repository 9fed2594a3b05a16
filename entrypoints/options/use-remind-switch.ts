import { useEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../components/message-line';
import { useUi } from '../../components/ui';
import { askToNotify, watchMayNotify } from '../../lib/browser/notifications';
import { orElse } from '../../lib/browser/or-else';
import { isSilenced, onSilenced } from '../../lib/browser/silenced';
import type { Preferences } from '../../lib/core/settings/preferences';
import {
  type ReminderPreferences,
  remindersOf,
  withChosen,
} from '../../lib/core/settings/reminder-preferences';

/**
 * The switch of the reminders, and the permission that it needs.
 * @param change saves the preferences; the user may still be typing
 */
export function useRemindSwitch(
  preferences: Preferences,
  change: (changed: Preferences, isTyped?: boolean) => void,
) {
  const { t } = useUi();
  const [isAllowed, setAllowed] = useState<boolean | null>(null);
  const [message, setMessage] = useState<Message | null>(null);
  // While the browser asks, other preferences may be changed.
  const latest = useRef(preferences);
  latest.current = preferences;
  useEffect(() => {
    const tell = (isGiven: boolean) => {
      setAllowed(isGiven);
      // Another tab may have got it. The message that it is missing goes.
      if (isGiven) setMessage(null);
    };
    watchMayNotify(tell);
    onSilenced((isOff) => tell(!isOff));
  }, []);

  const onChange = (changed: ReminderPreferences, isTyped?: boolean) => {
    const reminders = withChosen(latest.current.reminders, changed);
    latest.current = { ...latest.current, reminders };
    setMessage(null);
    change(latest.current, isTyped);
  };
  /** Asks before any `await`: browsers insist on the click's own turn. */
  const onAllow = async () => {
    const asked = orElse(askToNotify, false);
    const isGiven = await asked;
    setAllowed(isGiven);
    if (isGiven) setMessage(null);
    else {
      const isOff = await orElse(isSilenced, false);
      const text = isOff ? t('remindSwitchedOff') : t('remindRefused', t('browsersAllow'));
      setMessage({ tone: 'bad', text });
    }
    return isGiven;
  };
  const onSwitch = async (isOn: boolean) => {
    if (!isOn || (await onAllow())) onChange({ isOn });
  };
  const reminders = remindersOf(preferences.reminders);
  return { reminders, isAllowed, message, say: setMessage, onChange, onAllow, onSwitch };
}
