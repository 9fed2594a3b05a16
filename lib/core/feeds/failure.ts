import * as s from '../schema';
import type { TextKey } from '../texts';
import { NEXT_TRY } from './policy';

/** Every way in which asking a service is known to fail. */
export const FAILURE_KINDS = [
  /** The browser does not let us reach the address until the user allows it. */
  'permission',
  /** The browser itself says that there is no network. */
  'offline',
  /** Nothing answered. */
  'network',
  /** Connected, but no whole answer in time. */
  'timeout',
  /** 401 or 403: the service does not accept the token. */
  'token-refused',
  /** 404: the service does not know what was asked for. */
  'unknown-id',
  /** 429 */
  'too-many-requests',
  /** Any other status that is not a success. */
  'server-error',
  /** A success whose body is not what was documented. */
  'unexpected-answer',
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** A known failure: told apart by `kind`, never by a text. */
export const failureSchema = s.object({
  kind: s.oneOf(FAILURE_KINDS),
  /** What the service itself said, as one line of plain text. */
  message: s.nullable(s.string()),
  /** How many seconds the service asked us to stay away. */
  retryAfterS: s.nullable(s.number()),
});
export type Failure = s.infer<typeof failureSchema>;

export function failure(
  kind: FailureKind,
  message: string | null = null,
  retryAfterS: number | null = null,
): Failure {
  return { kind, message, retryAfterS };
}

interface FailureText {
  /** One sentence: what happened. */
  text: TextKey;
  /** What only the user can do about it; null where trying again may help by itself. */
  remedy: 'allow' | 'options' | null;
}

/** A new kind does not compile until it has its text. */
export const FAILURE_TEXTS: Record<FailureKind, FailureText> = {
  permission: { text: 'failurePermission', remedy: 'allow' },
  offline: { text: 'failureOffline', remedy: null },
  network: { text: 'failureNetwork', remedy: null },
  timeout: { text: 'failureTimeout', remedy: null },
  'token-refused': { text: 'failureTokenRefused', remedy: 'options' },
  'unknown-id': { text: 'failureUnknownId', remedy: 'options' },
  'too-many-requests': { text: 'failureTooManyRequests', remedy: null },
  'server-error': { text: 'failureServerError', remedy: null },
  'unexpected-answer': { text: 'failureUnexpectedAnswer', remedy: null },
};

/** True where nothing changes until the user does something: then nothing is asked until they do. */
export function isForUser({ kind }: Failure): boolean {
  return NEXT_TRY[kind] === 'user';
}
