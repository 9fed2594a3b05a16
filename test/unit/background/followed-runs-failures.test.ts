import { describe, expect, test } from 'vitest';
import { zaiaConnection } from '../../support/stand-ins/connections';
import type { Answer, Fault, ReceivedRequest } from '../../support/stand-ins/server';
import {
  agentRuns,
  asked,
  followed,
  following,
  RUN_PATH,
} from '../../support/worker/followed-runs';
import { alarms, startWorker } from '../../support/worker/rounds';
import { storedFeed, storedSchedule } from '../../support/worker/stored';
import { shortenTimeouts } from '../../support/worker/timeouts';
import { connect, world } from '../../support/worker/world';

/** Only the requests for that run meet the fault. */
const of =
  (id: string, fault: Exclude<Fault, (...given: never[]) => unknown>) =>
  (_: Answer, { path }: ReceivedRequest) =>
    path === RUN_PATH + id ? fault : null;

describe('one that fails is marked, and costs nothing else', () => {
  test.each<[string, Exclude<Fault, (...given: never[]) => unknown>, string, boolean]>([
    ['refused: 401', { status: 401, body: { message: 'No.' } }, 'token-refused', false],
    ['refused: 403', { status: 403, body: { message: 'No.' } }, 'token-refused', false],
    ['gone: 404', { status: 404, body: { message: 'Gone' } }, 'unknown-id', false],
    ['broken: 500', { status: 500, body: {} }, 'server-error', true],
    ['odd: an empty object', { status: 200, body: {} }, 'unexpected-answer', true],
    ['odd: another run', { status: 200, body: { id: 'x' } }, 'unexpected-answer', true],
    ['odd: HTML', { status: 200, body: '<p>Log in</p>' }, 'unexpected-answer', true],
    ['a redirect', { status: 302, headers: { Location: '/x' }, body: '' }, 'network', true],
    ['cut off', 'reset', 'network', true],
  ])('%s', async (_, fault, failure, isAskedAgain) => {
    const made = await following(2);
    const [failing = '', well = ''] = made.ids;
    made.zaia.fail(of(failing, fault));
    const newest = made.zaia.startRun();
    await alarms(1);
    expect(await followed()).toEqual([
      [well, 'running', null],
      [failing, 'running', failure],
    ]);
    expect((await agentRuns()).runs[0]?.id).toBe(newest);
    expect((await storedFeed('zaia')).failure).toBeNull();
    expect((await storedSchedule('zaia')).failures).toBe(0);
    const since = asked(made);
    await alarms(1);
    expect(since()).toEqual(isAskedAgain ? [well, failing] : [well]);
    made.zaia.fail(null);
    await alarms(1);
    if (isAskedAgain) expect(await followed()).toContainEqual([failing, 'running', null]);
  });

  test('silent: the others are asked before it, and the list comes all the same', async () => {
    const made = await following(6);
    const silent = made.ids[5] ?? '';
    made.zaia.fail(of(silent, 'silent'));
    // Only its own: on a busy computer, the others need their time.
    const timeouts = shortenTimeouts(made.zaia.url + RUN_PATH + silent);
    await alarms(1);
    expect(await followed()).toContainEqual([silent, 'running', 'timeout']);
    const newest = made.zaia.startRun();
    made.zaia.endRun(made.ids[0] ?? '');
    await alarms(1);
    expect((await agentRuns()).runs[0]?.id).toBe(newest);
    expect(await followed()).toContainEqual([made.ids[0], 'completed', null]);
    expect((await storedFeed('zaia')).failure).toBeNull();
    expect(timeouts.every((ms) => ms === 10_000)).toBe(true);
  });

  test('twenty silent ones hold back the list for one timeout, not for twenty', async () => {
    const made = await world({ services: ['zaia'] });
    const ids = Array.from({ length: 20 }, () => made.zaia.startRun());
    await connect([{ ...zaiaConnection(made.zaia), followed: ids }]);
    made.zaia.fail((_, { path }) =>
      ids.includes(path.split(RUN_PATH)[1] ?? '') ? 'silent' : null,
    );
    shortenTimeouts(made.zaia.url + RUN_PATH);
    const since = asked(made);
    await startWorker();
    expect(since()).toHaveLength(4);
    expect((await agentRuns()).runs).toHaveLength(10);
  });

  test('a pause that one is asked for counts for all of Zaia', async () => {
    const made = await following(1);
    const [id = ''] = made.ids;
    const fault = { status: 429, headers: { 'Retry-After': '600' }, body: {} };
    made.zaia.fail(of(id, fault));
    await alarms(1);
    expect((await storedFeed('zaia')).failure).toMatchObject({ retryAfterS: 600 });
    const before = made.zaia.requests.length;
    await alarms(9);
    expect(made.zaia.requests).toHaveLength(before);
  });
});
