import { useConfirm } from '../../../components/confirm-dialog';
import { AwaitedNotice } from '../../../components/options/awaited-notice';
import {
  ConnectionFields,
  ConnectionForm,
  DisconnectButton,
  secretField,
} from '../../../components/options/connection-fields';
import { ServiceCard } from '../../../components/options/service-card';
import { useUi } from '../../../components/ui';
import { deleteHistory } from '../../../lib/browser/send-command';
import { DEFAULT_OLIE_ADDRESS } from '../../../lib/core/olie/olie';
import { AllowAccess } from '../allow-access';
import { saidOfGone } from '../form-message';
import { SavedAnswer } from '../saved-answer';
import type { SectionProps } from '../section';
import { useSingleConnection } from '../use-single-connection';
import { olieSpec } from './olie-spec';

/** Where Olie is, and the token for it. */
export function OlieSection(props: SectionProps) {
  const { t } = useUi();
  const { ask, dialog } = useConfirm();
  const { saved, awaited, feed, canDisconnect, keepsToken, form, status, needsUser, ...change } =
    useSingleConnection('olie', olieSpec, props, ['token']);
  const isFirst = props.settings.connections.length === 0;
  const onDisconnect = async (isHistoryToo: boolean) => {
    if (saved === null || !(await change.disconnect()) || !isHistoryToo) return;
    const { isNewest } = form.begin();
    const reply = await deleteHistory();
    const isGone = reply !== null && 'done' in reply;
    if (!isNewest()) return;
    const text = t(isGone ? 'historyDeleted' : 'historyNotDeleted');
    form.show(saidOfGone(isGone ? 'good' : 'bad', `${t('disconnected')} ${text}`, saved));
  };
  return (
    <ServiceCard id="olie" title="Olie" status={status} isOpenAtFirst={needsUser || isFirst}>
      <p class="hint">{t('optionsIntro')}</p>
      {awaited !== null && <AwaitedNotice isMeanwhile={saved !== null} onRemove={change.dismiss} />}
      <AllowAccess feed={feed} form={form} />
      <ConnectionForm
        message={form.message}
        saveLabel={t('save')}
        onSave={form.onSave}
        onTest={form.onTest}
        buttons={
          canDisconnect && (
            <DisconnectButton
              onPress={() =>
                ask({
                  title: t('disconnectOf', 'Olie'),
                  text: `${t('disconnectLoses')} ${t('disconnectKeeps')}`,
                  action: t('disconnect'),
                  option: t('deleteHistoryToo'),
                  onConfirm: onDisconnect,
                })
              }
            />
          )
        }
      >
        <ConnectionFields
          {...form}
          prefix="olie"
          fields={[
            { name: 'address', label: t('apiAddress'), placeholder: DEFAULT_OLIE_ADDRESS },
            secretField(t, 'token', keepsToken, 'apiToken'),
            { name: 'executionId', label: t('executionId'), hint: t('executionIdHint') },
          ]}
        />
      </ConnectionForm>
      <SavedAnswer connection={saved} serviceName="Olie" />
      {dialog}
    </ServiceCard>
  );
}
