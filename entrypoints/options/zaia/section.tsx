import { useConfirm } from '../../../components/confirm-dialog';
import { AwaitedNotice } from '../../../components/options/awaited-notice';
import {
  ConnectionFields,
  ConnectionForm,
  DisconnectButton,
  secretField,
} from '../../../components/options/connection-fields';
import { Choice } from '../../../components/options/field';
import { ServiceCard } from '../../../components/options/service-card';
import { useUi } from '../../../components/ui';
import { DEFAULT_ZAIA_ADDRESS, RUNS_SHOWN, type ZaiaConnection } from '../../../lib/core/zaia/zaia';
import { AllowAccess } from '../allow-access';
import { SavedAnswer } from '../saved-answer';
import type { SectionProps } from '../section';
import { useSingleConnection } from '../use-single-connection';
import { FollowedRuns } from './followed-runs';
import { specFor } from './zaia-spec';

/** Where Zaia is, the key for it, and whose runs are shown. */
export function AgentRunsSection(props: SectionProps) {
  const { t } = useUi();
  const { ask, dialog } = useConfirm();
  const imported = props.awaiting.find(({ kind }) => kind === 'zaia');
  // Read with the fields that Zaia's own backup rules list.
  const { followed } = { ...imported } as Partial<ZaiaConnection>;
  const { saved, awaited, feed, canDisconnect, keepsToken, form, status, needsUser, ...change } =
    useSingleConnection('zaia', specFor(followed), props, ['token']);
  return (
    <ServiceCard
      id="agent-runs"
      title={t('agentRuns')}
      service="Zaia"
      status={status}
      isOpenAtFirst={needsUser || props.pasted !== undefined}
    >
      <p class="hint">{t('agentRunsIntro')}</p>
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
                  title: t('disconnectOf', 'Zaia'),
                  text: t('disconnectLosesRuns'),
                  action: t('disconnect'),
                  onConfirm: change.disconnect,
                })
              }
            />
          )
        }
      >
        <ConnectionFields
          {...form}
          prefix="agent-runs"
          fields={[
            { name: 'address', label: t('apiAddress'), placeholder: DEFAULT_ZAIA_ADDRESS },
            secretField(t, 'token', keepsToken, 'apiKey', 'zaiaKeyHint'),
            { name: 'responderIds', label: t('responderIds'), hint: t('responderIdsHint') },
          ]}
        />
        <Choice
          id="agent-runs-show"
          label={t('showRuns')}
          value={Number(form.form.show)}
          options={RUNS_SHOWN.map((value) => ({ value, label: String(value) }))}
          onChoose={(value) => form.onInput('show', String(value))}
        />
      </ConnectionForm>
      <SavedAnswer connection={saved} serviceName="Zaia" />
      {saved !== null && <FollowedRuns connection={saved} state={props.state} />}
      {dialog}
    </ServiceCard>
  );
}
