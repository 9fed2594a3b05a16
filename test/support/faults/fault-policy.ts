/** What must follow from a fault, whichever service has it. */
import type { FailureKind } from '../../../lib/core/feeds/failure.ts';
import { NAMES, type Service } from '../stand-ins/stand-ins.ts';

/** How many seconds after a failure the next try may come; `user` if it waits for the user. */
export type NextTry = { fromS: number; toS: number } | 'user';

export interface Expected {
  /** `answered` if the fault does no harm. */
  state: FailureKind | 'answered';
  /** The service's own message. Default: null. */
  message?: string;
  /** Default: NEXT_TRY of the state. */
  nextTry?: NextTry;
  /** Fields of the stored data that change. Default: none. */
  changes?: Record<string, unknown>;
}

const BACK_OFF: NextTry = { fromS: 60, toS: 120 };

/** The next try after a first failure, with a refresh interval of one minute. */
export const NEXT_TRY: Record<Expected['state'], NextTry> = {
  permission: 'user',
  'token-refused': 'user',
  'unknown-id': 'user',
  // Half a tick early, because alarms are never exact.
  answered: { fromS: 30, toS: 30 },
  offline: { fromS: 30, toS: 30 },
  network: BACK_OFF,
  timeout: BACK_OFF,
  intercepted: BACK_OFF,
  'too-many-requests': BACK_OFF,
  'server-error': BACK_OFF,
  refused: BACK_OFF,
  'unexpected-answer': BACK_OFF,
  storage: BACK_OFF,
};

/** $1 is the service's name. */
const SAYS: Record<FailureKind, string> = {
  permission: "The browser does not let Olie Timer reach $1's address.",
  'token-refused': '$1 refused the token. Enter a new one.',
  'unknown-id': '$1 does not know this execution. Enter another ID.',
  intercepted:
    'Something other than $1 seems to have answered: a proxy, a firewall or maintenance. It will be tried again; if this stays, check the address.',
  offline: 'You are offline.',
  network: '$1 cannot be reached. Check your connection.',
  timeout: '$1 did not answer in time.',
  'too-many-requests': '$1 asked for a pause: too many requests.',
  'server-error': '$1 is having problems.',
  storage:
    'The browser could not save this: its storage or the disk is full. Free some space, then try again.',
  refused: '$1 refused the request.',
  'unexpected-answer': 'This does not look like an answer from $1. Check the address.',
};

/** What the popup says about the failure of a service. */
export function says(failure: FailureKind, service: Service): string {
  return SAYS[failure].replace('$1', NAMES[service]);
}

/** What the popup says about a service that answers. */
export const SAYS_WELL: Record<Service, string> = {
  olie: 'Running since',
  b3os: 'Running',
  zaia: 'credits',
};
