import { useUi } from '../ui';

/** Stands in the place of the week if the organization keeps no history. */
export function HistoryOff() {
  const { t } = useUi();
  return <p class="hint">{t('historyOff')}</p>;
}
