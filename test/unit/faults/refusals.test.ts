import { describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadStored } from '../../../lib/browser/state-storage';
import { type FaultCase, runFault } from '../../support/faults/fault-run';
import { expectPopup, look } from '../../support/faults/seen';
import type { RawAnswer } from '../../support/stand-ins/raw-answer';
import { SERVICES, type Service } from '../../support/stand-ins/stand-ins';
import { goOn } from '../../support/worker/clock';
import { nextAlarm } from '../../support/worker/fake-browser';
import { sendFromPage } from '../../support/worker/fake-messages';
import { endWorker, quiet, startMortal } from '../../support/worker/mortal-worker';
import { mortalWorld } from '../../support/worker/mortal-world';
import { alarms } from '../../support/worker/rounds';
import { world } from '../../support/worker/world';

const REFUSALS = [401, 403, 404];
const HOUR_MS = 3_600_000;

/** What proxies, firewalls and deploys answer in place of the service. */
const BETWEEN: [string, Omit<RawAnswer, 'status'>][] = [
  ['an HTML page', { body: '<!doctype html><title>403 Forbidden</title><h1>nginx</h1>' }],
  ['an HTML page that says it is JSON', { body: '<html></html>' }],
  ['an empty body', { body: '' }],
  ['plain text', { headers: { 'Content-Type': 'text/plain' }, body: '404 page not found\n' }],
  ['cut JSON', { body: '{"message": "Unauthen' }],
  ['a JSON text', { body: '"Forbidden"' }],
  ['a JSON number', { body: '403' }],
  ['null', { body: 'null' }],
  ['JSON rows', { body: [{ message: 'No.' }] }],
  ['problem details (RFC 9457)', { body: { type: 'about:blank', title: 'No', status: 403 } }],
  ['a firewall’s JSON', { body: { error_code: 1020, ray_id: '8f2a' } }],
];

/** What the services' own documents show, and what PHP makes of an empty object. */
const OWN: [string, Service, unknown, string | null][] = [
  ['a message', 'olie', { message: 'Unauthenticated.' }, 'Unauthenticated.'],
  ['a response and a message', 'olie', { response: false, message: 'Não.' }, 'Não.'],
  ['nothing in it', 'olie', {}, null],
  ['nothing in it, as PHP writes it', 'olie', [], null],
  ['a code and a message', 'b3os', { code: 401, data: null, message: 'no token' }, 'no token'],
  ['an error', 'b3os', { success: false, error: { code: 'unauthorized' } }, null],
  ['feedback', 'zaia', { code: 'x', name: 'y', feedback: { enUs: 'No key.' } }, 'No key.'],
];

describe.each(SERVICES)('%s', (service) => {
  describe.each(REFUSALS)('%d', (status) => {
    test.for(BETWEEN)('with %s is not the service’s own', async ([what, answer], { task }) => {
      const fault: FaultCase = {
        fault: `${status} with ${what}`,
        meets: { status, ...answer },
        state: 'intercepted',
      };
      await runFault(task, service, fault);
    });
  });

  test('511 says that something in between wants a log-in', async ({ task }) => {
    const meets = { status: 511, body: '<p>Log in</p>' };
    await runFault(task, service, { fault: '511', meets, state: 'intercepted' });
  });

  test('a refusal from between is asked about only after the pause that it asks for', async ({
    task,
  }) => {
    await runFault(task, service, {
      fault: '403 with Retry-After: 600',
      meets: { status: 403, headers: { 'Retry-After': '600' }, body: '<p>Slow down</p>' },
      state: 'intercepted',
      nextTry: { fromS: 600, toS: 660 },
    });
  });
});

test.for(OWN)('401 with %s is %s’s own', async ([what, service, body, message], { task }) => {
  await runFault(task, service, {
    fault: `401 with ${what}`,
    meets: { status: 401, body },
    state: 'token-refused',
    ...(message !== null && { message }),
  });
});

test('a refusal that repeats the token is the service’s own, and the token is not kept', async ({
  task,
}) => {
  await runFault(task, 'olie', {
    fault: '401 that repeats the token',
    meets: (_, { authorization }) => ({
      status: 401,
      body: { message: `${authorization} is not valid`, path: '/api' },
    }),
    state: 'token-refused',
  });
});

describe('a service that refuses is asked once more', () => {
  const refused = { status: 401, body: { message: 'Unauthenticated.' } };

  test('when the browser starts, and stays refused', async ({ task }) => {
    const { olie, b3os, zaia, worker } = await mortalWorld();
    for (const server of [olie, b3os, zaia]) server.fail(refused);
    await nextAlarm();
    await quiet(worker);
    const asked = () => [olie, b3os, zaia].map(({ requests }) => requests.length);
    expect(asked()).toEqual([2, 2, 2]);
    const restarted = await restartBrowser();
    expect(asked()).toEqual([3, 3, 3]);
    for (let alarm = 0; alarm < 5; alarm += 1) {
      await nextAlarm();
      await quiet(restarted);
    }
    expect(asked()).toEqual([3, 3, 3]);
    expect((await expectPopup(task, 'Olie refused the token')).badge).toBe('! alert');
  });

  test('when the browser starts, and is mended if the refusal was a mistake', async ({ task }) => {
    const { olie, worker } = await mortalWorld();
    olie.fail(refused);
    await nextAlarm();
    await quiet(worker);
    expect((await look()).badge).toBe('! alert');
    olie.fail(null);
    await restartBrowser();
    expect(await expectPopup(task, 'Running since')).toMatchObject({ feed: { failure: null } });
  });

  test('by a popup that is open after an hour, not sooner and not twice', async () => {
    const { olie } = await world({ services: ['olie'], started: true });
    olie.fail(refused);
    await alarms(2);
    const before = olie.requests.length;
    const popup = async () => {
      await sendFromPage({ kind: 'refresh', asker: 'popup' });
      return olie.requests.length - before;
    };
    goOn(HOUR_MS - 60_000);
    expect(await popup()).toBe(0);
    goOn(60_000);
    expect(await popup()).toBe(1);
    goOn(15_000);
    expect(await popup()).toBe(1);
    goOn(HOUR_MS);
    await alarms(3);
    expect(olie.requests.length - before).toBe(1);
    expect(await popup()).toBe(2);
  });
});

/** The browser is closed and started: what was in memory is gone. */
async function restartBrowser() {
  endWorker();
  await fakeBrowser.storage.session.clear();
  expect((await loadStored()).schedules).toEqual({});
  const worker = await startMortal(null, () => fakeBrowser.runtime.onStartup.trigger());
  await quiet(worker);
  return worker;
}
