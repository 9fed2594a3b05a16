import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useUi } from '../ui';
import { SetByOrganization } from './managed';

interface FieldProps {
  id: string;
  label: string;
  value: string;
  hint?: string | undefined;
  error?: string | undefined;
  placeholder?: string;
  isSecret?: boolean;
  /** The organization has set it: it is read only, and says why. Default: false. */
  isManaged?: boolean;
  onInput(value: string): void;
  /** The user has typed to the end and goes on. */
  onEnd?(value: string): void;
  /** @returns true if the form took the text apart, so that it is not pasted */
  onPasted?(text: string): boolean;
}

/** A secret is hidden until *Show* is pressed. */
export function Field(props: FieldProps) {
  const { id, label, value, hint, error, placeholder, onInput, onEnd, onPasted } = props;
  const { isSecret = false, isManaged = false } = props;
  const [isShown, setShown] = useState(false);
  const hintId = hint === undefined || error !== undefined ? undefined : `${id}-hint`;
  const errorId = error === undefined ? undefined : `${id}-error`;
  const managedId = isManaged ? `${id}-managed` : undefined;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="control">
        <input
          id={id}
          // Preact's types accept only one literal here.
          type={(isSecret && !isShown ? 'password' : 'text') as 'text'}
          value={value}
          placeholder={placeholder}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          readOnly={isManaged}
          aria-invalid={error !== undefined}
          aria-describedby={[errorId, hintId, managedId].filter(Boolean).join(' ') || undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
          onChange={(event) => {
            onEnd?.(event.currentTarget.value);
            onPasted?.(event.currentTarget.value);
          }}
          onPaste={(event) => {
            if (onPasted?.(event.clipboardData?.getData('text') ?? '')) event.preventDefault();
          }}
        />
        {isSecret && <ShowButton id={id} isShown={isShown} onToggle={() => setShown(!isShown)} />}
      </div>
      {error !== undefined && (
        <p id={errorId} class="error">
          {error}
        </p>
      )}
      {/* A hint beside an error would say the opposite: "leave this empty". */}
      {hint !== undefined && error === undefined && (
        <p id={hintId} class="hint">
          {hint}
        </p>
      )}
      {isManaged && <SetByOrganization id={id} />}
    </div>
  );
}

interface ShowButtonProps {
  id: string;
  isShown: boolean;
  onToggle(): void;
}

function ShowButton({ id, isShown, onToggle }: ShowButtonProps) {
  const { t } = useUi();
  return (
    <button type="button" aria-controls={id} onClick={onToggle}>
      {t(isShown ? 'hide' : 'show')}
    </button>
  );
}

export function Choice<Value extends string | number>(props: {
  id: string;
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  hint?: ComponentChildren;
  /** The organization has set it: it is read only, and says why. Default: false. */
  isManaged?: boolean;
  onChoose(value: Value): void;
  /** Beside the choice. */
  children?: ComponentChildren;
}): ComponentChildren {
  const { id, label, value, options, hint, isManaged, onChoose, children } = props;
  if (isManaged) {
    const chosen = options.find((option) => option.value === value);
    return <Chosen {...{ id, label }} text={chosen?.label ?? String(value)} />;
  }
  return (
    <div class="preference">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => {
          const chosen = options[event.currentTarget.selectedIndex];
          if (chosen) onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {children}
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

/** A choice that cannot be changed. A field that is switched off could not be reached by the keyboard. */
function Chosen({ id, label, text }: { id: string; label: string; text: string }) {
  return (
    <div class="preference">
      <label for={id}>{label}</label>
      <input id={id} class="chosen" readOnly value={text} aria-describedby={`${id}-managed`} />
      <SetByOrganization id={id} />
    </div>
  );
}
