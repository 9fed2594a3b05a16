import { withoutWrapping } from '../../../lib/core/feeds/copied-text';
import { checkFields, readExecutionId, readSecret } from '../../../lib/core/feeds/field-readers';
import { type PastedFields, pastedFields } from '../../../lib/core/feeds/pasted-fields';
import {
  DEFAULT_OLIE_ADDRESS,
  OLIE_OWN_PATH,
  OLIE_PATH,
  type OlieConnection,
  olie,
} from '../../../lib/core/olie/olie';
import { readPastedJson } from '../../../lib/core/olie/pasted-json';
import { readPastedRequest } from '../../../lib/core/settings/pasted-request';
import { pastedFor } from '../pasted-for';
import { readServiceAddress } from '../service-address';
import type { FormSpec } from '../use-connection-form';

export type OlieField = 'address' | 'token' | 'executionId';

/** The form of the connection to Olie. */
export const olieSpec: FormSpec<OlieField, OlieConnection> = {
  service: olie,
  fill: (known) => ({
    address: known?.address ?? DEFAULT_OLIE_ADDRESS,
    token: '',
    executionId: known?.executionId ?? '',
  }),
  check: (form, saved) => {
    const address = readServiceAddress(form.address, olie, OLIE_OWN_PATH);
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
  readPasted: (text) => {
    const other = pastedFor(text, olie);
    if (other !== null) return { values: {}, placeholders: {}, other };
    const request = readPastedRequest(text, OLIE_PATH);
    const json = readPastedJson(text);
    const token = request?.address || !isForAnother(text) ? request?.token : null;
    return pastedFields<OlieField>({
      address: request?.address ?? null,
      token: token ?? json?.token ?? null,
      executionId: request?.executionId ?? json?.executionId ?? null,
    });
  },
};

/** Is it a request to other hosts only? Then its token is not for Olie. */
function isForAnother(text: string): boolean {
  const hosts: string[] = text.match(/https?:\/\/[\w.-]+/gi) ?? [];
  return hosts.length > 0 && !hosts.includes(DEFAULT_OLIE_ADDRESS);
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const SHORTEST_TOKEN = 16;
/** An address, a path, a mail address, a time, code: no token has these, but for `=` at its end. */
const NO_TOKEN = /[:@{}\\]|=(?!=*$)|^\/|\/[\w-]*-[\w-]*-/;

/**
 * Reads a text of any kind that people copy: what `readPasted` reads, a token alone, or an id alone.
 * @returns null if it is none of them
 */
export function readAnything(text: string): PastedFields<OlieField> | null {
  const pasted = olieSpec.readPasted(text);
  if (pasted !== null) return pasted;
  const wrapped = withoutWrapping(text);
  const word = wrapped.replace(/^bearer\s+/i, '');
  if (word === '' || /\s/.test(word) || NO_TOKEN.test(word)) return null;
  if (word === wrapped && (UUID.test(word) || /^\d+$/.test(word))) {
    return pastedFields<OlieField>({ executionId: word });
  }
  const isToken = word !== wrapped || word.length >= SHORTEST_TOKEN || word.includes('|');
  return isToken ? pastedFields<OlieField>({ token: word }) : null;
}
