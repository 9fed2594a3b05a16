import { AwaitedNotice } from '../../../components/options/awaited-notice';
import {
  ConnectionFields,
  ConnectionForm,
  DisconnectButton,
  OptionsSection,
} from '../../../components/options/connection-fields';
import { useUi } from '../../../components/ui';
import { DEFAULT_OLIE_ADDRESS } from '../../../lib/core/olie/olie';
import type { SectionProps } from '../section';
import { useSingleConnection } from '../use-single-connection';
import { olieSpec } from './olie-spec';

/** Where Olie is, and the token for it. */
export function OlieSection(props: SectionProps) {
  const { t } = useUi();
  const { saved, awaited, keepsToken, form, dismiss, disconnect } = useSingleConnection(
    'olie',
    olieSpec,
    props,
    ['token'],
  );
  return (
    <OptionsSection id="olie" title="Olie">
      <p class="hint">{t('optionsIntro')}</p>
      {awaited !== null && <AwaitedNotice isMeanwhile={saved !== null} onRemove={dismiss} />}
      <ConnectionForm
        message={form.message}
        saveLabel={t('save')}
        onSave={form.onSave}
        buttons={
          <>
            <button type="button" onClick={form.onTest}>
              {t('testConnection')}
            </button>
            {keepsToken && <DisconnectButton onPress={disconnect} />}
          </>
        }
      >
        <ConnectionFields
          {...form}
          prefix="olie"
          fields={[
            { name: 'address', label: t('apiAddress'), placeholder: DEFAULT_OLIE_ADDRESS },
            {
              name: 'token',
              label: t('apiToken'),
              hint: t(keepsToken ? 'tokenSaved' : 'tokenHint'),
              placeholder: keepsToken ? '••••••••••••' : '',
              isSecret: true,
            },
            { name: 'executionId', label: t('executionId'), hint: t('executionIdHint') },
          ]}
        />
      </ConnectionForm>
    </OptionsSection>
  );
}
