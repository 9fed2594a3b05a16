import type { Fault, StandInServer } from '../../test/support/stand-ins/server.ts';

const FAULTS: Fault[] = [
  { status: 500 },
  { status: 429, headers: { 'Retry-After': '2' } },
  { status: 200, body: '<html>Log in to the network</html>' },
  'reset',
  'silent',
];

/** Lets that share of the requests to come meet a fault. */
export function failSome({ requests, fail }: StandInServer, share: number): void {
  const choose = () => {
    const one = FAULTS[Math.floor(Math.random() * FAULTS.length)];
    fail(Math.random() < share && one !== undefined ? one : null);
  };
  const push = requests.push.bind(requests);
  // A request is noted before it is answered.
  requests.push = (...received) => {
    choose();
    return push(...received);
  };
}
