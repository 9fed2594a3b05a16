import type { ConnectionForm, FieldName } from '../lib/core/connection-form';
import { DEFAULT_OLIE_ADDRESS } from '../lib/core/settings';
import { Field } from './field';
import { useUi } from './ui';

/** What the section says after the last thing that was done in it. */
export interface FormMessage {
  tone: 'good' | 'bad' | 'busy';
  text: string;
}

interface OlieSectionProps {
  form: ConnectionForm;
  errors: Partial<Record<FieldName, string>>;
  message: FormMessage | null;
  hasSavedToken: boolean;
  isConnected: boolean;
  onInput(field: FieldName, value: string): void;
  onPasted(text: string): boolean;
  onSave(): void;
  onTest(): void;
  onDisconnect(): void;
}

/** Where Olie is, and the token for it. */
export function OlieSection(props: OlieSectionProps) {
  const { form, errors, message, hasSavedToken, isConnected, onInput, onPasted } = props;
  const { t } = useUi();
  const field = (name: FieldName) => ({
    id: `olie-${name}`,
    value: form[name],
    error: errors[name],
    onInput: (value: string) => onInput(name, value),
    onPasted,
  });
  return (
    <section aria-labelledby="olie-title">
      <h2 id="olie-title">{t('olie')}</h2>
      <p class="hint">{t('optionsIntro')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          props.onSave();
        }}
      >
        <Field {...field('address')} label={t('apiAddress')} placeholder={DEFAULT_OLIE_ADDRESS} />
        <Field
          {...field('token')}
          label={t('apiToken')}
          hint={t(hasSavedToken ? 'tokenSaved' : 'tokenHint')}
          placeholder={hasSavedToken ? '••••••••••••' : ''}
          isSecret
        />
        <Field {...field('executionId')} label={t('executionId')} hint={t('executionIdHint')} />
        <div class="buttons">
          <button type="submit" class="primary">
            {t('save')}
          </button>
          <button type="button" onClick={props.onTest}>
            {t('testConnection')}
          </button>
          {isConnected && (
            <button type="button" class="quiet" onClick={props.onDisconnect}>
              {t('disconnect')}
            </button>
          )}
        </div>
        <p class={`message ${message?.tone ?? ''}`} role="status">
          {message?.text}
        </p>
      </form>
    </section>
  );
}
