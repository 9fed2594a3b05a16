import { type Message, MessageLine } from '../message-line';
import { RemindSwitch, type RemindSwitchProps } from '../options/remind-switch';
import { useUi } from '../ui';
import { Step } from './step';

interface RemindStepProps extends RemindSwitchProps {
  /** May notifications be shown? Null until the browser has told. */
  isAllowed: boolean | null;
  message: Message | null;
}

/** The switch of the options page. */
export function RemindStep({ isAllowed, message, ...of }: RemindStepProps) {
  const { t } = useUi();
  return (
    <Step number={3} title={t('beReminded')} isDone={of.isOn && isAllowed === true}>
      <RemindSwitch {...of} />
      <MessageLine message={message} />
    </Step>
  );
}
