import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { DEFAULT_OLIE_ADDRESS } from '../../lib/core/olie/olie';
import { type Message, MessageLine } from '../message-line';
import { ConnectionFields, secretField } from '../options/connection-fields';
import type { ServiceStatus } from '../options/service-card';
import { Sentence } from '../sentence';
import { useUi } from '../ui';
import { Step } from './step';
import { type OtherService, WhereToFind } from './where-to-find';

type Name = 'address' | 'token' | 'executionId';

interface ConnectStepProps {
  form: {
    form: Record<Name, string>;
    errors: Partial<Record<string, string>>;
    message: Message | null;
    isAddressLocked?: boolean;
    keepsFocus?: boolean | undefined;
    onInput(field: Name, value: string): void;
    onPasted(text: string): boolean;
    onSave(): void;
  };
  status: ServiceStatus;
  /** It has answered, and nothing needs the user: a failure that mends itself is only said. */
  isConnected: boolean;
  /** An empty field keeps the saved token. */
  keepsToken: boolean;
  /** @returns false if nothing in the text was understood */
  onAnything(text: string): boolean;
  /** The form of another service is wanted. */
  onOther(service: OtherService): void;
  onOptions(): void;
  /** There is one: Olie's own fields are told apart from it. */
  isOtherOpen?: boolean;
  /** That form, if any: what was pasted may be for another service. */
  children?: ComponentChildren;
}

/** One field that takes anything, and below it what was understood. */
export function ConnectStep(props: ConnectStepProps) {
  const { form, status, isConnected, keepsToken, isOtherOpen = false, children } = props;
  const { onAnything, onOther, onOptions } = props;
  const { t } = useUi();
  const { message } = form;
  // It failed after it had connected. What fails while connecting is said at the fields.
  const hasFailed = status.tone === 'bad' && (message === null || message.tone === 'good');
  return (
    <Step number={1} title={t('connectOlie')} isDone={isConnected}>
      {isConnected ? (
        <p class="hint">
          <bdi>{status.text}</bdi>
        </p>
      ) : (
        <>
          {hasFailed && <p class="message bad">{status.text}</p>}
          <How address={form.form.address} />
          <Anything onAnything={onAnything} />
          <WhereToFind onOther={onOther} />
        </>
      )}
      {children}
      {!isConnected && isOtherOpen && <h3>{t('olie')}</h3>}
      {!isConnected && <Form form={form} keepsToken={keepsToken} />}
      {/* Outside of what changes, so that it is announced. */}
      <MessageLine message={hasFailed ? null : message} />
      {isConnected && (
        <button type="button" onClick={onOptions}>
          {t('options')}
        </button>
      )}
    </Step>
  );
}

/** What the browser will ask. */
function How({ address }: { address: string }) {
  const { t } = useUi();
  const host = URL.canParse(address) ? new URL(address).host : address;
  return (
    <p class="hint">
      <Sentence
        text="connectHow"
        parts={[<bdi key="host">{host}</bdi>, <strong key="allow">{t('browsersAllow')}</strong>]}
      />
    </p>
  );
}

function Form({ form, keepsToken }: Pick<ConnectStepProps, 'form' | 'keepsToken'>) {
  const { t } = useUi();
  const isElsewhere = useRef(false);
  // Once it is there, it stays: somebody may be typing in it.
  isElsewhere.current ||=
    form.isAddressLocked ||
    form.form.address !== DEFAULT_OLIE_ADDRESS ||
    form.errors.address !== undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.onSave();
      }}
    >
      <ConnectionFields
        {...form}
        prefix="olie"
        fields={[
          ...(isElsewhere.current ? [{ name: 'address' as const, label: t('apiAddress') }] : []),
          secretField(t, 'token', keepsToken, 'apiToken'),
          { name: 'executionId', label: t('executionId'), hint: t('executionIdHint') },
        ]}
      />
      <div class="buttons">
        <button type="submit" class="primary">
          {t('connect')}
        </button>
      </div>
    </form>
  );
}

/** No line of it stays on the screen: a token may be in it, and what was understood stands below. */
function Anything({ onAnything }: { onAnything(text: string): boolean }) {
  const { t } = useUi();
  const [text, setText] = useState('');
  const [isUnknown, setUnknown] = useState(false);
  const read = (pasted: string) => {
    const isRead = onAnything(pasted);
    setUnknown(!isRead && pasted.trim() !== '');
    if (isRead) setText('');
    return isRead;
  };
  return (
    <div class="field">
      <label for="anything">{t('pasteAnything')}</label>
      <textarea
        id="anything"
        rows={3}
        value={text}
        placeholder={t('pasteAnythingExample')}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={isUnknown}
        aria-describedby={isUnknown ? 'anything-error' : undefined}
        onInput={(event) => setText(event.currentTarget.value)}
        onChange={(event) => read(event.currentTarget.value)}
        onPaste={(event) => {
          if (read(event.clipboardData?.getData('text') ?? '')) event.preventDefault();
        }}
      />
      {isUnknown && (
        <p id="anything-error" class="error" role="alert">
          {t('pasteNotUnderstood')}
        </p>
      )}
    </div>
  );
}
