import { useRef } from 'preact/hooks';
import type { PastedFields } from '../../lib/core/feeds/pasted-fields';

/** The fields of secrets, in whatever form. */
const SECRETS = ['token', 'apiKey'];

/**
 * Remembers for which origin a secret was pasted.
 * @returns the form without that secret, if another origin is pasted now: it is not for that one
 */
export function useSecretOwner<Name extends string>() {
  const pasted = useRef<{ origin: string | null; secrets: Partial<Record<Name, string>> }>({
    origin: null,
    secrets: {},
  });
  return ({ values }: PastedFields<Name>, form: Record<Name, string>): Record<Name, string> => {
    // Names of a form's fields.
    const { address } = values as Partial<Record<string, string>>;
    const origin = address && URL.canParse(address) ? new URL(address).origin : null;
    // A record's keys are its names.
    const names = (Object.keys(form) as Name[]).filter((name) => SECRETS.includes(name));
    if (names.some((name) => values[name])) {
      pasted.current = { origin, secrets: values };
      return form;
    }
    const { origin: owner, secrets } = pasted.current;
    if (owner === null || origin === null || owner === origin) return form;
    // What was typed since is the user's own business.
    return emptied(
      form,
      names.filter((name) => form[name] === secrets[name]),
    );
  };
}

/** The form without what is in those fields. */
export function emptied<Name extends string>(form: Record<Name, string>, fields: Name[]) {
  const result = { ...form };
  for (const field of fields) result[field] = '';
  return result;
}
