import { asTyped } from '../feeds/copied-text';

/** What a text names: a run, a chat message, or one of both. */
export type RunReference =
  | { ok: true; id: string; what: 'run' | 'message' | 'either' }
  | { ok: false; error: 'runReferenceMissing' | 'runReferenceUnreadable' };

const UUID = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';
/** In an address, in a curl command, or in JSON. The first that fits counts. */
const NAMED = [
  { what: 'message', pattern: new RegExp(`\\bchatMessageId["']?[=:\\s]+["']?(${UUID})`, 'i') },
  { what: 'run', pattern: new RegExp(`\\bexecutionId["']?[=:\\s]+["']?(${UUID})`, 'i') },
  { what: 'run', pattern: new RegExp(`/executions/(${UUID})`, 'i') },
] as const;
/** Of a pasted answer, which also names its responder and its workspace. */
const OWN_ID = new RegExp(`\\bid["']?[=:\\s]+["']?(${UUID})`, 'i');
/**
 * Reads an id, an address with one, a curl command, or a pasted answer.
 * @returns the id in small letters
 */
export function readRunReference(pasted: string): RunReference {
  const text = asTyped(pasted).trim();
  if (text === '') return { ok: false, error: 'runReferenceMissing' };
  for (const { what, pattern } of NAMED) {
    const id = pattern.exec(text)?.[1];
    if (id !== undefined) return { ok: true, id: id.toLowerCase(), what };
  }
  const ids = new Set(text.toLowerCase().match(new RegExp(UUID, 'g')));
  const [only, another] = ids;
  if (only !== undefined && another === undefined) return { ok: true, id: only, what: 'either' };
  const own = OWN_ID.exec(text)?.[1];
  if (own !== undefined) return { ok: true, id: own.toLowerCase(), what: 'run' };
  return { ok: false, error: 'runReferenceUnreadable' };
}
