import type { TextKey } from './texts';
import * as z from './zod';

/** Every way in which asking a service is known to fail. Told apart by `kind`, never by a text. */
export const failureSchema = z.union([
  /** The browser does not let us reach the origin until the user allows it. */
  z.object({ kind: z.literal('permission'), address: z.string() }),
  /** Nothing answered; `offline` where the browser itself says that there is no network. */
  z.object({ kind: z.literal('network'), offline: z.boolean() }),
  /** Connected, but no whole answer in time. */
  z.object({ kind: z.literal('timeout') }),
  /** 401 or 403: the service does not accept the token. */
  z.object({ kind: z.literal('token-refused'), message: z.nullable(z.string()) }),
  /** 404: the service does not know what was asked for. */
  z.object({ kind: z.literal('unknown-id'), message: z.nullable(z.string()) }),
  /** 429; `retryAfterS` is what the service asked for in seconds, null where it did not say. */
  z.object({
    kind: z.literal('too-many-requests'),
    retryAfterS: z.nullable(z.number()),
  }),
  /** Any other status that is not a success. */
  z.object({
    kind: z.literal('server-error'),
    status: z.number(),
    retryAfterS: z.nullable(z.number()),
    message: z.nullable(z.string()),
  }),
  /** A success whose body is not what was documented. */
  z.object({ kind: z.literal('unexpected-answer'), message: z.nullable(z.string()) }),
]);

export type Failure = z.infer<typeof failureSchema>;
export type FailureKind = Failure['kind'];

interface FailureText {
  /** One sentence: what happened. */
  text: TextKey;
  /** What only the user can do about it; null where trying again may help by itself. */
  remedy: 'allow' | 'options' | null;
}

/** A new kind does not compile until it has its text. */
export const FAILURE_TEXTS: Record<FailureKind, FailureText> = {
  permission: { text: 'failurePermission', remedy: 'allow' },
  network: { text: 'failureNetwork', remedy: null },
  timeout: { text: 'failureTimeout', remedy: null },
  'token-refused': { text: 'failureTokenRefused', remedy: 'options' },
  'unknown-id': { text: 'failureUnknownId', remedy: 'options' },
  'too-many-requests': { text: 'failureTooManyRequests', remedy: null },
  'server-error': { text: 'failureServerError', remedy: null },
  'unexpected-answer': { text: 'failureUnexpectedAnswer', remedy: null },
};

/** True where nothing changes until the user does something: then nothing is asked until they do. */
export function isForUser(failure: Failure): boolean {
  return FAILURE_TEXTS[failure.kind].remedy !== null;
}

/** What the service itself said, as one line of plain text, or null. */
export function serviceMessage(failure: Failure): string | null {
  return 'message' in failure ? failure.message : null;
}
