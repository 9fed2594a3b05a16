import { isObject } from '../feeds/is-object';
import { objectsInText, textAt } from '../feeds/json-in-text';

const TOKEN_NAMES = ['apiToken', 'api_token', 'accessToken', 'access_token', 'token'];
const ADDRESS_NAMES = ['url', 'uri', 'endpoint', 'server', 'baseUrl', 'base_url'];
const ID_NAMES = ['project_execution_id', 'projectExecutionId', 'execution_id', 'executionId'];

/**
 * Reads an answer of Olie's (`{current_execution: {id}, recent_executions: [{id}]}`), or any JSON with a token or an
 * execution's id in it. Text around the JSON is skipped. Of two different tokens nobody knows which is meant: none is taken.
 * @param isForeign is that address of somebody else? A token beside such a one is not taken
 * @returns what it names, placeholders included; null if it names neither
 */
export function readPastedJson(
  pasted: string,
  isForeign: (url: string) => boolean = () => false,
): { token: string | null; executionId: string | null } | null {
  const found = objectsInText(pasted);
  const first = (read: (object: Record<string, unknown>) => string | null) =>
    found.map(read).find((text) => text !== null) ?? null;
  const isOurs = (object: Record<string, unknown>) => {
    const url = textAt(object, ADDRESS_NAMES);
    return url === null || !URL.canParse(url) || !isForeign(url);
  };
  const tokens = found.filter(isOurs).flatMap(
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
