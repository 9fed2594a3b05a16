import { describe, expect, onTestFinished, test } from 'vitest';
import { runFault } from '../../support/faults/fault-run';
import { type StandInServer, startStandInServer } from '../../support/stand-ins/server';
import { SERVICES } from '../../support/worker/fault-life';

const STATUSES = [301, 302, 303, 307, 308];

/** A host of somebody else, who would gladly answer. */
async function startSecondHost(answer: unknown): Promise<StandInServer> {
  const second = await startStandInServer(() => ({ status: 200, body: answer }), Date.now);
  onTestFinished(second.close);
  return second;
}

describe.each(SERVICES)('%s', (service) => {
  test.for(STATUSES)('%d to another origin never gets there', async (status, { task }) => {
    const second = await startSecondHost({});
    await runFault(task, 'status', service, {
      fault: `${status} to another origin`,
      // With its query, as servers that move do: the token of a workflow is in it.
      meets: (_, { path }) => ({ status, headers: { Location: second.url + path }, body: '' }),
      state: 'network',
    });
    expect(second.requests).toEqual([]);
    expect(second.connections()).toBe(0);
  });

  test.for(STATUSES)('%d to the same origin is not followed', async (status, { task }) => {
    const elsewhere: string[] = [];
    await runFault(task, 'status', service, {
      fault: `${status} to the same origin`,
      meets: (good, { path }) => {
        if (!path.includes('elsewhere')) {
          return { status, headers: { Location: `${path}&elsewhere` }, body: '' };
        }
        elsewhere.push(path);
        return { status: 200, body: good.body };
      },
      state: 'network',
    });
    expect(elsewhere).toEqual([]);
  });
});
