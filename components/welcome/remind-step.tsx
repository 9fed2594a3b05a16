import type { FormMessage } from '../options/connection-fields';
import { RemindSwitch, type RemindSwitchProps } from '../options/remind-switch';
import { useUi } from '../ui';
import { Step } from './step';

interface RemindStepProps extends RemindSwitchProps {
  /** May notifications be shown? Null until the browser has told. */
  isAllowed: boolean | null;
  message: FormMessage | null;
}

/** The switch of the options page. */
export function RemindStep({ isAllowed, message, ...of }: RemindStepProps) {
  const { t } = useUi();
  return (
    <Step number={3} title={t('beReminded')} isDone={of.isOn && isAllowed === true}>
      <RemindSwitch {...of} />
      <p class={`message ${message?.tone ?? ''}`} role="status">
        {message?.text}
      </p>
    </Step>
  );
}
