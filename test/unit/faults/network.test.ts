import { describe, expect, test, vi } from 'vitest';
import { type FaultCase, runFault } from '../../support/faults/fault-run';
import type { Answer } from '../../support/stand-ins/server';
import { SERVICES, type Service } from '../../support/stand-ins/stand-ins';
import { roundAfter } from '../../support/worker/rounds';
import { allow, saveConnections, storedConnections } from '../../support/worker/stored';
import { shortenTimeouts, TIMES_FASTER } from '../../support/worker/timeouts';

/** A label of a host name has at most 63 characters (RFC 1035, section 2.3.4). */
const UNRESOLVABLE = `http://${'n'.repeat(64)}.invalid`;

const whole = (good: Answer) => ({ status: 200, body: good.body });

const ROWS: FaultCase[] = [
  {
    fault: 'connection refused',
    breaks: (server) => server.pause(),
    heals: (server) => server.resume(),
    state: 'network',
  },
  {
    fault: 'the browser says it is offline',
    breaks: async (server) => {
      vi.stubGlobal('navigator', { onLine: false });
      await server.pause();
    },
    heals: async (server) => {
      vi.stubGlobal('navigator', { onLine: true });
      await server.resume();
    },
    state: 'offline',
  },
  { fault: 'a reset before the answer', meets: 'reset', state: 'network' },
  {
    fault: 'a reset in the middle of the body',
    meets: (good) => ({ ...whole(good), delivery: 'half-then-reset' }),
    state: 'network',
  },
  {
    fault: 'a body shorter than its Content-Length',
    meets: (good) => ({ ...whole(good), delivery: 'half-then-end' }),
    state: 'network',
  },
];

const TIMEOUTS: FaultCase[] = [
  { fault: 'no answer at all', meets: 'silent', state: 'timeout' },
  {
    fault: 'headers and no body',
    meets: (good) => ({ ...whole(good), delivery: 'headers' }),
    state: 'timeout',
  },
  {
    fault: 'one byte per second',
    meets: (good) => ({ ...whole(good), delivery: { byteEveryMs: 1000 / TIMES_FASTER } }),
    state: 'timeout',
  },
];

describe.each(SERVICES)('%s', (service) => {
  test.for(ROWS)('$fault counts as $state', async (row, { task }) => {
    await runFault(task, service, row);
  });

  test.for(TIMEOUTS)('$fault is a time-out after ten seconds', async (row, { task }) => {
    let asked: number[] = [];
    await runFault(task, service, {
      ...row,
      breaks: ({ url }) => {
        asked = shortenTimeouts(url);
      },
      heals: () => {
        expect(asked).toEqual([10_000]);
        vi.unstubAllGlobals();
        vi.stubGlobal('navigator', { onLine: true });
      },
    });
  });

  test('a host name that cannot be resolved counts as network', async ({ task }) => {
    await runFault(task, service, {
      fault: 'a host name that cannot be resolved',
      breaks: () => moveTo(service, UNRESOLVABLE),
      heals: ({ url }) => moveTo(service, url),
      state: 'network',
    });
  });
});

async function moveTo(service: Service, address: string): Promise<void> {
  const connections = await storedConnections();
  await roundAfter(() => allow(address));
  const moved = connections.map((one) => (one.kind === service ? { ...one, address } : one));
  await roundAfter(() => saveConnections(moved));
}
