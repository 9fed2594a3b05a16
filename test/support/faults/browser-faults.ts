import type { FailureKind } from '../../../lib/core/feeds/failure.ts';
import type { Feed } from '../../../lib/core/state/state.ts';
import type { StandInServer } from '../stand-ins/server.ts';
import type { StandIns } from '../stand-ins/stand-ins.ts';
import type { FaultRow } from './fault-table.ts';

export type ServiceName = Exclude<FaultRow['service'], '-'>;

/** By which kind of feed a service is stored, and who plays it. */
export const SERVICES: Record<
  ServiceName,
  { kind: string; standIn: (standIns: StandIns) => StandInServer }
> = {
  Olie: { kind: 'olie', standIn: ({ olie }) => olie },
  B3OS: { kind: 'b3os', standIn: ({ b3os }) => b3os },
  Zaia: { kind: 'zaia', standIn: ({ zaia }) => zaia },
};

/** A fault of one service, and what must follow from it, whichever service it is. */
export interface BrowserFault {
  name: string;
  area: FaultRow['area'];
  begin: (server: StandInServer) => unknown;
  failure: FailureKind;
  message: string | null;
  /** What the popup says, with $1 for the service. */
  says: string;
  /** The seconds until the next try, at least and at most; null where it waits for the user. */
  nextTryS: [number, number] | null;
}

const PORTAL = '<!doctype html><title>Hotel</title><form>Your room number: <input></form>';
/** The first failure of a row: from the interval to twice the interval. */
const BACK_OFF: [number, number] = [60, 120];

export const FAULTS: BrowserFault[] = [
  {
    name: 'connection refused',
    area: 'network',
    begin: (server) => server.pause(),
    failure: 'network',
    message: null,
    says: '$1 cannot be reached. Check your connection.',
    nextTryS: BACK_OFF,
  },
  {
    name: '200 with HTML (captive portal)',
    area: 'answers',
    begin: (server) => server.fail({ status: 200, body: PORTAL }),
    failure: 'unexpected-answer',
    message: null,
    says: 'What answered is not $1 as we know it. Check the address.',
    nextTryS: BACK_OFF,
  },
  {
    name: '401',
    area: 'status',
    begin: (server) => server.fail({ status: 401, body: { message: 'Unauthenticated.' } }),
    failure: 'token-refused',
    message: 'Unauthenticated.',
    says: '$1 refused the token. Enter a new one.',
    nextTryS: null,
  },
  {
    name: '429 with Retry-After: 300',
    area: 'status',
    begin: (server) =>
      server.fail({ status: 429, headers: { 'Retry-After': '300' }, body: { message: 'Slow.' } }),
    failure: 'too-many-requests',
    message: 'Slow.',
    says: '$1 asked for a pause: too many requests.',
    nextTryS: [300, 360],
  },
  {
    name: '500',
    area: 'status',
    begin: (server) => server.fail({ status: 500, body: { message: 'Server Error' } }),
    failure: 'server-error',
    message: 'Server Error',
    says: '$1 has a problem of its own.',
    nextTryS: BACK_OFF,
  },
];

/** Ends whatever fault a server has. */
export async function heal(server: StandInServer): Promise<void> {
  server.fail(null);
  await server.pause();
  await server.resume();
}

/** When it is asked again, counted from when it was asked, as the table of faults has it. */
export function nextTryIn({ schedule: { askedAtMs, dueAtMs } }: Feed): string {
  if (dueAtMs === null) return 'when the user does something';
  return `in ${Math.round((dueAtMs - (askedAtMs ?? 0)) / 1000)} s`;
}
