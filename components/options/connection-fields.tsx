import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { TextKey, Translate } from '../../lib/core/texts';
import { type Message, MessageLine } from '../message-line';
import { useUi } from '../ui';
import { Field } from './field';

interface FieldLook<Name extends string> {
  name: Name;
  label: string;
  hint?: string;
  placeholder?: string;
  isSecret?: boolean;
}

interface ConnectionFieldsProps<Name extends string> {
  /** The first part of each field's id. */
  prefix: string;
  fields: FieldLook<Name>[];
  form: Record<Name, string>;
  errors: Partial<Record<string, string>>;
  /** The user has gone on meanwhile: the focus stays where it is. Default: false. */
  keepsFocus?: boolean | undefined;
  /** The organization has set the address. Default: false. */
  isAddressLocked?: boolean;
  onInput(field: Name, value: string): void;
  onPasted(text: string): boolean;
}

/** The field for a token or a key. @param isSaved an empty field keeps the saved one */
export function secretField<Name extends string>(
  t: Translate,
  name: Name,
  isSaved: boolean,
  label: TextKey,
  hint: TextKey = 'tokenHint',
) {
  return {
    name,
    label: t(label),
    hint: t(isSaved ? 'tokenSaved' : hint),
    placeholder: isSaved ? '••••••••••••' : '',
    isSecret: true,
  };
}

export function ConnectionFields<Name extends string>(props: ConnectionFieldsProps<Name>) {
  const { prefix, fields, form, errors, isAddressLocked = false, onInput, onPasted } = props;
  const { keepsFocus = false } = props;
  const group = useRef<HTMLDivElement>(null);
  const last = useRef<typeof errors | null>(null);
  // So that a screen reader says the first error.
  useEffect(() => {
    // A form shows an old error again if it is true again: that does not take the focus a second time.
    if (keepsFocus || errors === last.current) return;
    if (Object.keys(errors).length > 0) last.current = errors;
    // Somebody may be typing in another form by now.
    const place = document.activeElement?.closest('form, section, li');
    if (place && !place.contains(group.current)) return;
    group.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);
  return (
    <div ref={group}>
      {fields.map(({ name, ...look }) => (
        <Field
          key={name}
          {...look}
          id={`${prefix}-${name}`}
          value={form[name]}
          error={errors[name]}
          isManaged={isAddressLocked && name === 'address'}
          onInput={(value) => onInput(name, value)}
          onPasted={onPasted}
        />
      ))}
    </div>
  );
}

interface ConnectionFormProps {
  message: Message | null;
  saveLabel: string;
  onSave(): void;
  /** Asks without saving. Left out if there is nothing to ask. */
  onTest?(): void;
  children: ComponentChildren;
  /** Buttons after these. */
  buttons?: ComponentChildren;
}

export function ConnectionForm(props: ConnectionFormProps) {
  const { message, saveLabel, onSave, onTest, children, buttons } = props;
  const { t } = useUi();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {children}
      <div class="buttons">
        <button type="submit" class="primary">
          {saveLabel}
        </button>
        {onTest && (
          <button type="button" onClick={onTest}>
            {t('testConnection')}
          </button>
        )}
        {buttons}
      </div>
      <MessageLine message={message} />
    </form>
  );
}

/** Looks quiet, so that nobody presses it by mistake. */
export function DisconnectButton({ onPress }: { onPress(): void }) {
  const { t } = useUi();
  return (
    <button type="button" class="quiet" onClick={onPress}>
      {t('disconnect')}
    </button>
  );
}
