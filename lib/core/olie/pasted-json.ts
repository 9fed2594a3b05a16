import { isObject } from '../feeds/is-object';
import { objectsInText, textAt } from '../feeds/json-in-text';

const TOKEN_NAMES = ['apiToken', 'api_token', 'accessToken', 'access_token', 'token'];
/** How settings, exports and programs name the host that a token is for. */
const ADDRESS_NAME =
  /^(?:(?:api|base|server|service)[_-]?)?(?:ur[il]|host(?:name)?|endpoint|server|domain)$/i;
/** A host without a scheme: `api.github.com/user`. */
const HOST = /^(?:\/\/)?((?:[\w-]+\.)+[\w-]+|localhost)(?::\d+)?(?:[/?#]|$)/i;
const ID_NAMES = ['project_execution_id', 'projectExecutionId', 'execution_id', 'executionId'];

/**
 * Reads an answer of Olie's (`{current_execution: {id}, recent_executions: [{id}]}`), or any JSON with a token or an
 * execution's id in it. Text around the JSON is skipped. Of two different tokens nobody knows which is meant: none is taken.
 * @param isForeign is that address of somebody else? Default: none is. A token that is for no other address is not taken
 * @returns what it names, placeholders included; null if it names neither
 */
export function readPastedJson(
  pasted: string,
  isForeign: (url: string) => boolean = () => false,
): { token: string | null; executionId: string | null } | null {
  const found = objectsInText(pasted);
  const first = (read: (object: Record<string, unknown>) => string | null) =>
    found.map(read).find((text) => text !== null) ?? null;
  const foreign = foreignIn(found, isForeign);
  const mayBeOurs = found.filter((object) => !foreign.has(object));
  const tokens = mayBeOurs.flatMap(
    (object) =>
      textAt(object, TOKEN_NAMES) ??
      // As Postman writes it.
      (TOKEN_NAMES.includes(String(object.key)) ? textAt(object, ['value']) : null) ??
      [],
  );
  const [only, another] = new Set(tokens);
  const token = another === undefined ? (only ?? null) : null;
  const executionId =
    first((object) => textAt(object, ID_NAMES)) ??
    first(({ current_execution: current }) =>
      isObject(current) ? textAt(current, ['id']) : null,
    ) ??
    // A plain `id` may be of anything: only an execution names its step.
    first((object) => ('funnel_step_id' in object ? textAt(object, ['id']) : null));
  return token === null && executionId === null ? null : { token, executionId };
}

/**
 * The objects that are for somebody else: they name an address, or what is around them does.
 * @param found outer ones first
 */
function foreignIn(
  found: Record<string, unknown>[],
  isForeign: (url: string) => boolean,
): Set<unknown> {
  const foreign = new Set<unknown>();
  for (const object of found) {
    const inner = Object.values(object).flat();
    // Postman lists what it names: `[{key, value}]`.
    const listed = inner.filter(isObject).map(({ key, value }) => [String(key), value] as const);
    const addresses = [...Object.entries(object), ...listed].flatMap(([name, value]) =>
      ADDRESS_NAME.test(name) ? addressAt(value) : [],
    );
    if (addresses.length > 0 ? addresses.every(isForeign) : foreign.has(object)) {
      for (const one of [object, ...inner]) foreign.add(one);
    } else foreign.delete(object);
  }
  return foreign;
}

/** The address that is written there; Postman has it in parts, and whole as `raw`. None if it is no address. */
function addressAt(value: unknown): string[] {
  const text = String(isObject(value) ? value.raw : value).trim();
  if (text.includes('://')) return URL.canParse(text) ? [text] : [];
  const [, host] = HOST.exec(text) ?? [];
  return host === undefined ? [] : [`https://${host}`];
}
