import type { StandInServer } from '../stand-ins/server.ts';
import { type Expected, NEXT_TRY } from './fault-policy.ts';

/** A fault of one service in a real browser. */
export interface BrowserFault extends Expected {
  name: string;
  state: Exclude<Expected['state'], 'answered'>;
  begin: (server: StandInServer) => unknown;
}

const PORTAL = '<!doctype html><title>Hotel</title><form>Your room number: <input></form>';
const withMessage = (status: number, message: string, headers = {}) => ({
  message,
  begin: (server: StandInServer) => server.fail({ status, headers, body: { message } }),
});

export const FAULTS: BrowserFault[] = [
  {
    name: 'connection refused',
    state: 'network',
    begin: (server) => server.pause(),
  },
  {
    name: '200 with HTML (captive portal)',
    state: 'unexpected-answer',
    begin: (server) => server.fail({ status: 200, body: PORTAL }),
  },
  {
    name: '403 with HTML (firewall)',
    state: 'intercepted',
    begin: (server) => server.fail({ status: 403, body: PORTAL }),
  },
  { name: '401', state: 'token-refused', ...withMessage(401, 'Unauthenticated.') },
  {
    name: '429 with Retry-After: 300',
    state: 'too-many-requests',
    ...withMessage(429, 'Slow.', { 'Retry-After': '300' }),
    nextTry: { fromS: 300, toS: 360 },
  },
  { name: '500', state: 'server-error', ...withMessage(500, 'Server Error') },
];

export function nextTryOf({ state, nextTry = NEXT_TRY[state] }: BrowserFault) {
  return nextTry;
}

/** Ends any fault of a server. */
export async function heal(server: StandInServer): Promise<void> {
  server.fail(null);
  await server.pause();
  await server.resume();
}
