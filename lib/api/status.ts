import { type Failure, failure } from '../core/feeds/failure';
import { fields, fieldsOrNull } from '../core/fields';
import { textOrNull } from './wire';

const LONGEST_MESSAGE = 200;

/**
 * The failure that an HTTP status stands for.
 * @param body the parsed body, or undefined where it is not JSON
 */
export function failureOfStatus(
  status: number,
  body: unknown,
  retryAfterS: number | null,
): Failure {
  const message = messageOf(body);
  if (status === 401 || status === 403) return failure('token-refused', message);
  if (status === 404) return failure('unknown-id', message);
  if (status === 429) return failure('too-many-requests', message, retryAfterS);
  return failure('server-error', message, retryAfterS);
}

/** What the service says for people, as one line, in the user's language where it can; null where it says nothing. */
export function messageOf(body: unknown): string | null {
  const { message, feedback } = fields(body);
  const texts = fieldsOrNull(feedback);
  for (const said of texts ? [texts[languageName()], texts.enUs, message] : [message]) {
    const [line = ''] = (textOrNull(said) ?? '').trim().split(/[\r\n]/, 1);
    if (line !== '') return line.slice(0, LONGEST_MESSAGE);
  }
  return null;
}

/** The user's language, by the name that a Zaia `feedback` has for it. */
function languageName(): string {
  const { language } = globalThis.navigator;
  if (/^pt/i.test(language)) return 'ptBr';
  return /^es/i.test(language) ? 'esEs' : 'enUs';
}

/** `Retry-After` in seconds from now, given as seconds or as a date (RFC 9110 section 10.2.3); null where neither. */
export function retryAfterS(headers: Headers): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(value)) return Number(value);
  const untilMs = Date.parse(value);
  if (Number.isNaN(untilMs)) return null;
  // Both are the server's clock; ours may be hours off.
  const nowMs = Date.parse(headers.get('date') ?? '');
  return Math.max(0, Math.ceil((untilMs - (Number.isNaN(nowMs) ? Date.now() : nowMs)) / 1000));
}
