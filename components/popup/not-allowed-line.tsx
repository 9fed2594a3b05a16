import { useUi } from '../ui';
import { PassingButton } from './passing-button';

/**
 * Says that reminders are on and cannot be shown.
 * @param props.onAllow asks the browser's permission: to be done before anything is awaited
 */
export function NotAllowedLine({ onAllow }: { onAllow(): void }) {
  const { t } = useUi();
  return (
    <div class="muted">
      <span>{t('remindNotAllowed')}</span>
      <PassingButton onClick={onAllow}>{t('allowNotifications')}</PassingButton>
    </div>
  );
}
