interface CheckProps {
  label: string;
  isChecked: boolean;
  /** The id of the text that says why it cannot be changed. Left out: it can. */
  lockedBy?: string | undefined;
  onChange(isChecked: boolean): void;
}

/** A box to tick, with its label. */
export function Check({ label, isChecked, lockedBy, onChange }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={isChecked}
        aria-disabled={lockedBy !== undefined}
        aria-describedby={lockedBy}
        onClick={(event) => lockedBy !== undefined && event.preventDefault()}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />{' '}
      {label}
    </label>
  );
}
