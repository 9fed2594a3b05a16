import type { FailureKind } from '../../../lib/core/feeds/failure.ts';
import type { Service } from '../worker/fault-life.ts';

/** From when to when the next try may come, in seconds after the failure; or it waits for the user. */
type NextTry = { fromS: number; toS: number } | 'user';

/** What is to be seen of a fault. */
export interface Expected {
  /** 'answered' where it costs nothing. */
  state: FailureKind | 'answered';
  /** What the service itself said; null where left out. */
  message?: string;
  /** As the policy has it for that state, where left out. */
  nextTry?: NextTry;
  /** What it changes in the data that is kept; nothing where left out. */
  changes?: Record<string, unknown>;
}

const BACK_OFF: NextTry = { fromS: 60, toS: 120 };
/** When the next try comes after the first failure, at an interval of a minute. */
export const NEXT_TRY: Record<Expected['state'], NextTry> = {
  permission: 'user',
  'token-refused': 'user',
  'unknown-id': 'user',
  // Half a tick before the minute is over, for alarms are never exact.
  answered: { fromS: 30, toS: 30 },
  offline: { fromS: 30, toS: 30 },
  network: BACK_OFF,
  timeout: BACK_OFF,
  'too-many-requests': BACK_OFF,
  'server-error': BACK_OFF,
  'unexpected-answer': BACK_OFF,
};

/** What the popup says, $1 being the service's name. */
export const SAYS: Record<FailureKind, string> = {
  permission: "The browser does not let Olie Timer reach $1's address.",
  'token-refused': '$1 refused the token. Enter a new one.',
  'unknown-id': '$1 does not know this execution. Enter another ID.',
  offline: 'You are offline.',
  network: '$1 cannot be reached. Check your connection.',
  timeout: '$1 did not answer in time.',
  'too-many-requests': '$1 asked for a pause: too many requests.',
  'server-error': '$1 has a problem of its own.',
  'unexpected-answer': 'What answered is not $1 as we know it. Check the address.',
};
/** What it says of a service that answers. */
export const SAYS_WELL: Record<Service, string> = {
  Olie: 'Running since',
  B3OS: 'Running',
  Zaia: 'credits',
};
