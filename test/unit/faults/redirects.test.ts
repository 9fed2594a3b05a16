import { describe, expect, onTestFinished, test } from 'vitest';
import { runFault } from '../../support/faults/fault-run';
import { type StandInServer, startStandInServer } from '../../support/stand-ins/server';
import { SERVICES } from '../../support/stand-ins/stand-ins';

const STATUSES = [301, 302, 303, 307, 308];

async function startSecondHost(answer: unknown): Promise<StandInServer> {
  const second = await startStandInServer(() => ({ status: 200, body: answer }), Date.now);
  onTestFinished(second.close);
  return second;
}

describe.each(SERVICES)('%s', (service) => {
  test.for(STATUSES)(
    'a %d redirect to another origin is not followed',
    async (status, { task }) => {
      const second = await startSecondHost({});
      await runFault(task, service, {
        fault: `${status} to another origin`,
        // With the query: a workflow's token is in it.
        meets: (_, { path }) => ({ status, headers: { Location: second.url + path }, body: '' }),
        state: 'network',
      });
      expect(second.requests).toEqual([]);
      expect(second.connections()).toBe(0);
    },
  );

  test.for(STATUSES)(
    'a %d redirect to the same origin is not followed',
    async (status, { task }) => {
      const followed: string[] = [];
      await runFault(task, service, {
        fault: `${status} to the same origin`,
        meets: (good, { path }) => {
          if (!path.includes('elsewhere')) {
            return { status, headers: { Location: `${path}&elsewhere` }, body: '' };
          }
          followed.push(path);
          return { status: 200, body: good.body };
        },
        state: 'network',
      });
      expect(followed).toEqual([]);
    },
  );
});
