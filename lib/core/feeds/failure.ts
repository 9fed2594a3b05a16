import type { TextKey } from '../texts';
import * as z from '../zod';

/** Every known way in which asking a service, or keeping what it says, fails. */
export const FAILURE_KINDS = [
  /** The user has not allowed the browser to reach the address. */
  'permission',
  /** The browser says that there is no network. */
  'offline',
  /** Nothing answered. */
  'network',
  /** Connected, but no whole answer in time. */
  'timeout',
  /** 401 or 403 in the service's own words: it does not accept the token. */
  'token-refused',
  /** 404 in the service's own words: it does not know what was asked for. */
  'unknown-id',
  /** A refusal that is not in the service's own words: a proxy, a firewall or a deploy answered in its place. */
  'intercepted',
  /** 429 */
  'too-many-requests',
  /** Any other status that is not a success. */
  'server-error',
  /** A success whose body says that the call failed, or has a message in place of the answer. */
  'refused',
  /** A success whose body is not what was documented. */
  'unexpected-answer',
  /** The browser did not save what was learnt or set: its storage or the disk is full. */
  'storage',
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** A known failure. Tell failures apart by `kind`, never by a text. */
export const failureSchema = z.object({
  kind: z.literal(FAILURE_KINDS),
  /** What the service itself said, as one line of plain text. */
  message: z.nullable(z.string()),
  /** How many seconds the service asked us to stay away. */
  retryAfterS: z.nullable(z.boundedNumber()),
});
export type Failure = z.infer<typeof failureSchema>;

export function failure(
  kind: FailureKind,
  message: string | null = null,
  retryAfterS: number | null = null,
): Failure {
  return { kind, message, retryAfterS };
}

/** One sentence: what happened. A new kind does not compile until it has its text. */
export const FAILURE_TEXTS: Record<FailureKind, TextKey> = {
  permission: 'failurePermission',
  offline: 'failureOffline',
  network: 'failureNetwork',
  timeout: 'failureTimeout',
  'token-refused': 'failureTokenRefused',
  'unknown-id': 'failureUnknownId',
  intercepted: 'failureIntercepted',
  'too-many-requests': 'failureTooManyRequests',
  'server-error': 'failureServerError',
  refused: 'failureRefused',
  'unexpected-answer': 'failureUnexpectedAnswer',
  storage: 'failureStorage',
};

/** What only the user can do about it. Left out if trying again may help. */
export const REMEDIES: Partial<Record<FailureKind, 'allow' | 'options'>> = {
  permission: 'allow',
  'token-refused': 'options',
  'unknown-id': 'options',
};

/** The form's field at which a failure is shown; null for below the form. */
export const FAILURE_FIELDS: Record<FailureKind, 'address' | 'token' | 'executionId' | null> = {
  permission: null,
  offline: null,
  network: 'address',
  timeout: 'address',
  'token-refused': 'token',
  'unknown-id': 'executionId',
  // A wrong address mostly leads to a page of somebody else.
  intercepted: 'address',
  'too-many-requests': null,
  'server-error': 'address',
  refused: null,
  'unexpected-answer': 'address',
  storage: null,
};
