import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useManaged } from '../../components/options/managed';
import { lockedAddress } from '../../lib/core/settings/managed';
import { fillingManaged } from './managed-address';

interface Filling<Name extends string, Known> {
  service: { kind: string };
  fill(known: Known | null): Record<Name, string>;
}

/**
 * What is typed into the form, and the same with the address that the organization has locked, if any.
 * @param onChanged is called for a field before it is changed by hand
 */
export function useFields<Name extends string, Known extends object>(
  { service: { kind }, ...spec }: Filling<Name, Known>,
  initial: Known | null,
  savedId: string | undefined,
  onChanged: (field: Name) => void,
) {
  const managed = useManaged();
  const locked = lockedAddress(managed, kind);
  const fill = fillingManaged(spec.fill, kind, managed);
  const [typed, setForm] = useState(() => fill(initial));
  useUntouched(fill(initial), savedId, setForm);
  const form = useMemo(
    () => (locked === undefined ? typed : { ...typed, address: locked }),
    [typed, locked],
  );
  const latest = useRef(form);
  latest.current = form;
  /** False once something else stands in the form. */
  const isStill = (before: Record<Name, string>) => isSame(before, latest.current);
  const onInput = (field: Name, value: string) => {
    onChanged(field);
    setForm((now) => ({ ...now, [field]: value }));
  };
  return { form, typed, setForm, isStill, fill, locked, onInput };
}

/** Another tab may change what is saved, or waits for its token. A form in which nobody has typed follows it. */
function useUntouched<Form extends Record<string, string>>(
  initial: Form,
  savedId: string | undefined,
  setForm: (change: (typed: Form) => Form) => void,
): void {
  const filled = useRef(initial);
  useEffect(() => {
    const before = filled.current;
    filled.current = initial;
    setForm((typed) => (isSame(typed, before) ? initial : typed));
  }, [savedId, JSON.stringify(initial)]);
}

function isSame<Name extends string>(a: Record<Name, string>, b: Record<Name, string>) {
  return JSON.stringify(a) === JSON.stringify(b);
}
