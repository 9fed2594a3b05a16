import {
  type Field,
  readExecutionId,
  readKey,
  readSavedId,
  readToken,
} from '../feeds/field-readers';

/** B3OS's API keys begin so. They may do everything, and never belong in a browser. */
const API_KEY = /\bb3sk_/i;

/** Reads an execution's client token. An API key in its place is refused with that reason, whatever stands around it. */
export function readClientToken(text: string): Field {
  return withoutApiKey(API_KEY.test(text) ? { ok: true, value: text } : readToken(text));
}

/** Reads the id of an execution, which is no place for a key either: it becomes part of an address, and of a backup. */
export function readWorkflowId(text: string): Field {
  return withoutApiKey(readExecutionId(text));
}

/** Reads such an id as `readWorkflowId` gave it before. */
export function readSavedWorkflowId(text: string): Field {
  return withoutApiKey(readSavedId(text));
}

/** Is that an API key, and nothing else? */
export function isApiKey(text: string): boolean {
  const key = readKey(text);
  return key.ok && /^b3sk_/i.test(key.value);
}

/** Reads a secret of another service. A key of B3OS is refused: it would be sent to that service. */
export function notOfB3os(read: (text: string) => Field): (text: string) => Field {
  return (text) => (API_KEY.test(text) ? { ok: false, error: 'keyOfB3os' } : read(text));
}

function withoutApiKey(field: Field): Field {
  return field.ok && API_KEY.test(field.value)
    ? { ok: false, error: 'clientTokenIsApiKey' }
    : field;
}
