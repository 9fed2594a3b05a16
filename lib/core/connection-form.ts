import type { FailureKind } from './failure';
import type { TextKey } from './texts';

/** The outcome of reading one field of a form: its value, or the text that says what is wrong with it. */
export type Field = { ok: true; value: string } | { ok: false; error: TextKey };

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);
const LONGEST_TOKEN = 4096;
/** Visible ASCII and Latin-1, spaces and tabs: RFC 9110 section 5.5, field-value. */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]+$/;
/** What people copy along with the address; our own paths begin with it. */
const API_PATH = /\/api(\/management)?$/;

const refused = (error: TextKey): Field => ({ ok: false, error });

/**
 * Reads a service's address: https, or http on this machine, without user, password, query or fragment.
 * @returns origin and path without a slash at the end
 */
export function readAddress(text: string): Field {
  const trimmed = text.trim();
  if (trimmed === '') return refused('addressMissing');
  if (!URL.canParse(trimmed)) return refused('addressUnreadable');
  const url = new URL(trimmed);
  const isLocal = url.protocol === 'http:' && LOCAL_HOSTS.has(url.hostname);
  if (url.protocol !== 'https:' && !isLocal) return refused('addressNotHttps');
  if (url.username !== '' || url.password !== '') return refused('addressWithUser');
  if (url.search !== '' || url.hash !== '') return refused('addressWithQuery');
  const path = url.pathname.replace(/\/+$/, '').replace(API_PATH, '');
  return { ok: true, value: url.origin + path };
}

/** Reads a token; `Bearer` in front, which people copy along, is left out. */
export function readToken(text: string): Field {
  const token = text.trim().replace(/^bearer(\s+|$)/i, '');
  if (token === '') return refused('tokenMissing');
  if (token.length > LONGEST_TOKEN) return refused('tokenTooLong');
  return HEADER_VALUE.test(token) ? { ok: true, value: token } : refused('tokenCharacters');
}

/** Reads an id that becomes one segment of a path. */
export function readExecutionId(text: string): Field {
  const id = text.trim();
  if (id === '') return refused('executionIdMissing');
  // `.` and `..` would be resolved away and ask for another path.
  if (/[/?#\s]/.test(id) || id === '.' || id === '..') return refused('executionIdCharacters');
  return { ok: true, value: id };
}

/** What a person types to connect. */
export interface ConnectionForm {
  address: string;
  /** Empty where the saved token is to be kept. */
  token: string;
  executionId: string;
}
export type FieldName = keyof ConnectionForm;

/** At which field a failure is shown; null: at none of them. */
export const FAILURE_FIELDS: Record<FailureKind, FieldName | null> = {
  permission: null,
  offline: null,
  network: 'address',
  timeout: 'address',
  'token-refused': 'token',
  'unknown-id': 'executionId',
  'too-many-requests': null,
  'server-error': 'address',
  'unexpected-answer': 'address',
};

export type CheckedForm =
  | { ok: true; address: string; token: string | null; executionId: string }
  | { ok: false; errors: Partial<Record<FieldName, TextKey>> };

/**
 * Reads the whole form.
 * @param savedAddress the address that a token is saved for; null where none is
 * @returns the values, the token null where the saved one is kept; or what is wrong, at each field where it is
 */
export function checkForm(form: ConnectionForm, savedAddress: string | null): CheckedForm {
  const address = readAddress(form.address);
  const executionId = readExecutionId(form.executionId);
  const keepsToken =
    form.token.trim() === '' &&
    savedAddress !== null &&
    address.ok &&
    new URL(savedAddress).origin === new URL(address.value).origin;
  const token = keepsToken ? null : readToken(form.token);
  if (address.ok && executionId.ok && (token === null || token.ok)) {
    return {
      ok: true,
      address: address.value,
      token: token === null ? null : token.value,
      executionId: executionId.value,
    };
  }
  const errors: Partial<Record<FieldName, TextKey>> = {};
  if (!address.ok) errors.address = address.error;
  if (!executionId.ok) errors.executionId = executionId.error;
  if (token !== null && !token.ok) {
    const isForOtherAddress = token.error === 'tokenMissing' && savedAddress !== null && address.ok;
    errors.token = isForOtherAddress ? 'tokenMissingForAddress' : token.error;
  }
  return { ok: false, errors };
}
