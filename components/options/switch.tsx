import type { ComponentChildren } from 'preact';

interface SwitchProps {
  id: string;
  label: string;
  hint?: ComponentChildren;
  isOn: boolean;
  onChange(isOn: boolean): void;
  /** Beside the switch. */
  children?: ComponentChildren;
}

/** A line with something to turn on or off. */
export function Switch({ id, label, hint, isOn, onChange, children }: SwitchProps) {
  return (
    <div class="preference">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="switch"
        type="checkbox"
        checked={isOn}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {children}
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
