import { useUi } from '../ui';
import { useManaged } from './managed';
import { Switch } from './switch';

export interface RemindSwitchProps {
  isOn: boolean;
  /** Turning it on asks the browser for a permission: to be done before anything is awaited. */
  onSwitch(isOn: boolean): void;
}

/** Turns all reminders on or off, and says what they are. */
export function RemindSwitch({ isOn, onSwitch }: RemindSwitchProps) {
  const { t } = useUi();
  const { reminders } = useManaged();
  return (
    <Switch
      id="remind-me"
      label={t('remindMe')}
      hint={isOn ? t('remindMeHint') : `${t('remindMeHint')} ${t('remindMeAsks')}`}
      isOn={isOn}
      isManaged={reminders.isOn === false}
      onChange={onSwitch}
    />
  );
}
