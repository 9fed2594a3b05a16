import type { ComponentChildren } from 'preact';
import { SetByOrganization } from './managed';

interface SwitchProps {
  id: string;
  label: string;
  hint?: ComponentChildren;
  isOn: boolean;
  /** The organization has set it: it cannot be changed, and says why. Default: false. */
  isManaged?: boolean;
  onChange(isOn: boolean): void;
  /** Beside the switch. */
  children?: ComponentChildren;
}

/** A line with something to turn on or off. */
export function Switch({ id, label, hint, isOn, isManaged, onChange, children }: SwitchProps) {
  const describedBy = [hint && `${id}-hint`, isManaged && `${id}-managed`];
  return (
    <div class="preference">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="switch"
        type="checkbox"
        checked={isOn}
        aria-describedby={describedBy.filter(Boolean).join(' ') || undefined}
        // Still reached by the keyboard, so that a screen reader says why.
        aria-disabled={isManaged}
        onClick={(event) => isManaged && event.preventDefault()}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {children}
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      {isManaged && <SetByOrganization id={id} />}
    </div>
  );
}
