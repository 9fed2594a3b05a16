import { withoutWrapping } from '../../../lib/core/feeds/copied-text';
import { checkFields, readExecutionId, readSecret } from '../../../lib/core/feeds/field-readers';
import { aroundJson } from '../../../lib/core/feeds/json-in-text';
import { type PastedFields, pastedFields } from '../../../lib/core/feeds/pasted-fields';
import { onlyTokenIn } from '../../../lib/core/feeds/token-shape';
import {
  DEFAULT_OLIE_ADDRESS,
  OLIE_OWN_PATH,
  OLIE_PATH,
  type OlieConnection,
  olie,
} from '../../../lib/core/olie/olie';
import { readPastedJson } from '../../../lib/core/olie/pasted-json';
import { hostsIn, isForAnother, isSameSite } from '../../../lib/core/settings/asked-addresses';
import { readPastedRequest } from '../../../lib/core/settings/pasted-request';
import { readFirst, readOwnToken } from '../pasted-for';
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
        readOwnToken,
      ),
      executionId: readExecutionId(form.executionId),
    });
    return checked.ok ? { ok: true, connection: { kind: 'olie', ...checked.values } } : checked;
  },
  readPasted: (pasted, current = DEFAULT_OLIE_ADDRESS) =>
    readFirst(pasted, olie, (text) => {
      const request = readPastedRequest(text, OLIE_PATH);
      const address = request?.address ?? null;
      const json = readPastedJson(text, (url) => !isSameSite(url, address ?? current));
      const inHeader = address !== null || !isForAnother(text, current) ? request?.token : null;
      // A token that a request to another service sends or gets is for that one.
      const isAskedElsewhere = isForAnother(aroundJson(text), address ?? current, isSameSite);
      const inText = inNotes(text, address ?? current);
      return pastedFields<OlieField>({
        address,
        token: inHeader ?? (isAskedElsewhere ? null : json?.token) ?? inText.token,
        executionId: request?.executionId ?? json?.executionId ?? inText.executionId,
      });
    }),
};

const NOTHING = { token: null, executionId: null };
const ADDRESSES = /\bhttps?:\S+/gi;
const UUIDS = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/gi;

/**
 * What notes name in words of their own: "Token: 12|…", on lines, in code, or in the syntax of some program. Nothing if they
 * name other services, too: the token may be for one of those.
 */
function inNotes(
  text: string,
  address: string,
): { token: string | null; executionId: string | null } {
  const token = onlyTokenIn(text);
  // Alone, it is pasted as it is.
  if (token === null || withoutWrapping(text) === token) return NOTHING;
  const hosts = hostsIn(text);
  if (!hosts.every((host) => isSameSite(host, address))) return NOTHING;
  // In an address, it may be of anything.
  const [executionId = null, another] = new Set(text.replace(ADDRESSES, ' ').match(UUIDS));
  return { token, executionId: another === undefined ? executionId : null };
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const SHORTEST_TOKEN = 16;
/** An address, a path, a mail address, a time, code: no token has these, but for `=` at its end. */
const NO_TOKEN = /[:@{}\\]|=(?!=*$)|^\/|\/[\w-]*-[\w-]*-|^(?:[a-z\d-]+\.)+[a-z]{2,}(?:\/|$)/;

/**
 * Reads a text of any kind that people copy: what `readPasted` reads, a token alone, or an id alone.
 * @param current the address in the form
 * @returns null if it is none of them
 */
export function readAnything(text: string, current?: string): PastedFields<OlieField> | null {
  const pasted = olieSpec.readPasted(text, current);
  if (pasted !== null) return pasted;
  const wrapped = withoutWrapping(text);
  const inOneLine = wrapped.replace(/\s+/g, '');
  if (UUID.test(inOneLine)) return pastedFields<OlieField>({ executionId: inOneLine });
  const word = wrapped.replace(/^bearer\s+/i, '');
  if (word === '' || /\s/.test(word) || NO_TOKEN.test(word)) return null;
  if (word === wrapped && /^\d+$/.test(word)) {
    return pastedFields<OlieField>({ executionId: word });
  }
  const isToken = word !== wrapped || word.length >= SHORTEST_TOKEN || word.includes('|');
  return isToken ? pastedFields<OlieField>({ token: word }) : null;
}
