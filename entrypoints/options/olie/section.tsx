import { AwaitedNotice } from '../../../components/options/awaited-notice';
import {
  ConnectionFields,
  ConnectionForm,
  DisconnectButton,
  OptionsSection,
} from '../../../components/options/connection-fields';
import { useUi } from '../../../components/ui';
import {
  checkFields,
  readAddress,
  readExecutionId,
  readSecret,
} from '../../../lib/core/feeds/field-readers';
import {
  DEFAULT_OLIE_ADDRESS,
  OLIE_PATH,
  type OlieConnection,
  olie,
} from '../../../lib/core/olie/olie';
import { readPastedRequest } from '../../../lib/core/settings/pasted-request';
import type { SectionProps } from '../section';
import { type FormSpec, named } from '../use-connection-form';
import { useSingleConnection } from '../use-single-connection';

type Name = 'address' | 'token' | 'executionId';

const spec: FormSpec<Name, OlieConnection> = {
  service: olie,
  fill: (known) => ({
    address: known?.address ?? DEFAULT_OLIE_ADDRESS,
    token: '',
    executionId: known?.executionId ?? '',
  }),
  check: (form, saved) => {
    const address = readAddress(form.address);
    const checked = checkFields({
      address,
      token: readSecret(
        form.token,
        address,
        saved && { address: saved.address, secret: saved.token },
      ),
      executionId: readExecutionId(form.executionId),
    });
    return checked.ok ? { ok: true, connection: { kind: 'olie', ...checked.values } } : checked;
  },
  readPasted: (text) => named(readPastedRequest(text, OLIE_PATH)),
};

/** Where Olie is, and the token for it. */
export function OlieSection(props: SectionProps) {
  const { t } = useUi();
  const { saved, awaited, keepsToken, form, dismiss, disconnect } = useSingleConnection(
    'olie',
    spec,
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
