import { isObject } from '../feeds/is-object';
import { objectsInText, textAt } from '../feeds/json-in-text';

/** The values that make a connection, as pasted JSON has them; null for what it does not name. */
export interface PastedExecution {
  executionId: string | null;
  token: string | null;
}

const TOKEN_NAMES = ['clientToken', 'client_token'];
/** Before a document on lines of its own. */
const NEXT_DOCUMENT = /\n(?=\{)/;
const ID_NAMES = ['executionId', 'execution_id'];

/**
 * Reads the answer of the call that created an execution (`POST …/executions`: `{data: {clientToken, execution: {id}}}`),
 * or any JSON that has a client token and an execution's id in it. Text around the JSON is skipped. Of
 * several documents, only the last one may have a token.
 * @returns null if there is no client token, or several: then the text is pasted as it is
 */
export function readPastedJson(pasted: string): PastedExecution | null {
  const found = objectsInDocuments(pasted);
  const holders = found.filter((one) => textAt(one, TOKEN_NAMES) !== null);
  const [holder] = holders;
  const isOfOne = new Set(holders.map((one) => textAt(one, TOKEN_NAMES))).size === 1;
  if (holder === undefined || !isOfOne) return null;
  // The surest first: a plain `id` may be of anything.
  const executions = [holder, ...found].map(({ execution }) => execution).filter(isObject);
  const executionId =
    textAt(holder, ID_NAMES) ??
    first(executions.map((one) => textAt(one, ['id']))) ??
    first(found.map((one) => textAt(one, ID_NAMES))) ??
    textAt(holder, ['id']) ??
    first(found.map((one) => textAt(one, ['id'])));
  return { executionId, token: textAt(holder, TOKEN_NAMES) };
}

/** Those of the whole text, or else of its last document: an answer stands below what was sent. */
function objectsInDocuments(pasted: string): Record<string, unknown>[] {
  const whole = objectsInText(pasted);
  const above = pasted.split(NEXT_DOCUMENT);
  const last = above.pop() ?? '';
  const isOnly = !above.some((part) => TOKEN_NAMES.some((name) => part.includes(name)));
  return whole.length === 0 && isOnly ? objectsInText(last) : whole;
}

function first(texts: (string | null)[]): string | null {
  return texts.find((text) => text !== null) ?? null;
}
