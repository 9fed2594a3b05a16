import { describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { runCommand } from '../../../entrypoints/background/commands';
import example from '../../fixtures/zaia-nestings.made.json' with { type: 'json' };
import { onProjects } from '../../support/stand-ins/olie';
import { shortenTimeouts } from '../../support/worker/timeouts';
import { world } from '../../support/worker/world';

const detail = (what: string, argument: string, connectionId = 'zaia') =>
  runCommand({ kind: 'detail', connectionId, what, argument });
const failed = (kind: string, message: string | null = null) => ({
  failure: { kind, message, retryAfterS: null },
  data: null,
});

describe('a detail is asked for', () => {
  test('without a permission from nobody', async () => {
    const { zaia } = await world({ services: ['zaia'] });
    await fakeBrowser.permissions.remove({ origins: [`${zaia.url}/*`] });
    expect(await detail('nesting', example.id)).toEqual(failed('permission'));
    expect(zaia.requests).toEqual([]);
  });

  test('and what fails says how', async () => {
    const { zaia } = await world({ services: ['zaia'] });
    zaia.fail({ status: 404, body: { message: 'Execution not found' } });
    const unknown = failed('unknown-id', 'Execution not found');
    expect(await detail('nesting', example.id)).toEqual(unknown);
  });

  test('with the saved connection, and nothing of it is stored', async () => {
    const { zaia } = await world({ services: ['zaia'] });
    const before = await fakeBrowser.storage.local.get();
    const reply = await detail('nesting', example.id);
    expect(reply).toMatchObject({ failure: null, data: { nodes: [{ id: example.id }, {}, {}] } });
    expect(zaia.requests).toMatchObject([{ authorization: zaia.apiKey }]);
    expect(JSON.stringify(reply)).not.toContain(zaia.apiKey);
    expect(await fakeBrowser.storage.local.get()).toEqual(before);
  });

  test('about one run, or about the run of a chat message', async () => {
    const { zaia } = await world({ services: ['zaia'] });
    const { id } = example;
    expect(await detail('run', id)).toMatchObject({ failure: null, data: { run: { id } } });
    const messageId = zaia.messageOf(id);
    expect(await detail('message', messageId)).toMatchObject({ data: { nodes: [{ id }, {}, {}] } });
    expect(zaia.requests.map(({ path }) => path)).toEqual([
      `/api/v1/executions/${id}`,
      `/api/v1/executions/nestings?chatMessageId=${messageId}`,
    ]);
  });

  test.each(
    ['nesting', 'run', 'message'].flatMap((what) => [
      { what, fault: { status: 401, body: { message: 'No.' } }, kind: 'token-refused' },
      { what, fault: { status: 500, body: {} }, kind: 'server-error' },
      { what, fault: { status: 200, body: { hello: 'world' } }, kind: 'unexpected-answer' },
      { what, fault: { status: 200, body: '<p>Log in</p>' }, kind: 'unexpected-answer' },
      { what, fault: 'reset' as const, kind: 'network' },
      { what, fault: 'silent' as const, kind: 'timeout' },
    ]),
  )('$what: $fault is $kind, and is not stored', async ({ what, fault, kind }) => {
    const { zaia } = await world({ services: ['zaia'] });
    const before = await fakeBrowser.storage.local.get();
    zaia.fail(fault);
    if (fault === 'silent') shortenTimeouts(zaia.url);
    expect(await detail(what, crypto.randomUUID())).toMatchObject({
      failure: { kind },
      data: null,
    });
    expect(await fakeBrowser.storage.local.get()).toEqual(before);
  });

  test('of a connection that is not saved from nobody', async () => {
    const { zaia } = await world({ services: ['zaia'] });
    expect(await detail('nesting', example.id, 'removed')).toEqual(failed('unexpected-answer'));
    expect(zaia.requests).toEqual([]);
  });

  test('of a service that has none from nobody', async () => {
    const { olie } = await world({ services: ['olie'] });
    expect(await detail('nesting', 'x', 'olie')).toEqual(failed('unexpected-answer'));
    expect(olie.requests).toEqual([]);
  });
});

describe('the whole answer', () => {
  const whole = (connectionId: string) => detail('whole', '', connectionId);
  const named = (name: string, value: unknown) => ({
    data: { nodes: expect.arrayContaining([expect.objectContaining({ name, value })]) },
  });

  test.each([
    { service: 'olie' as const, id: 'olie', name: 'project_funnel_id', value: '36' },
    { service: 'zaia' as const, id: 'zaia', name: 'creditsUsed', value: '3.2' },
    { service: 'b3os' as const, id: 'order_0', name: 'requestId', value: expect.any(String) },
  ])('of $service has every field, and is not stored', async ({ service, id, name, value }) => {
    const here = await world({ services: [service] });
    const before = await fakeBrowser.storage.local.get();
    const reply = await whole(id);
    expect(reply).toMatchObject(named(name, value));
    expect(here[service].requests).toHaveLength(1);
    for (const { token } of here.connections) expect(JSON.stringify(reply)).not.toContain(token);
    expect(await fakeBrowser.storage.local.get()).toEqual(before);
  });

  test('of Olie has what it says of the running project, too', async () => {
    const { olie } = await world({ services: ['olie'] });
    // 10:35:40 at 50 an hour.
    const amount = expect.stringMatching(/^529\.7/);
    expect(await whole('olie')).toMatchObject(named('elapsed_amount', amount));
    expect(olie.aside).toHaveLength(1);
    olie.set({ current_execution: null });
    expect(await whole('olie')).toMatchObject(named('total_time', expect.any(String)));
    expect(olie.aside).toHaveLength(1);
  });

  test('of an account that may not see the project has the rest', async () => {
    const { olie } = await world({ services: ['olie'] });
    olie.fail(onProjects({ status: 403, body: { message: 'This action is unauthorized.' } }));
    expect(await whole('olie')).toMatchObject(named('project_funnel_id', '36'));
    expect(olie.aside).toHaveLength(1);
  });

  test('is empty if the account hides times', async () => {
    const { olie } = await world({ services: ['olie'] });
    olie.fail({ status: 200, body: { ...olie.answer(), hidden_timers: true } });
    expect(await whole('olie')).toEqual({ failure: null, data: { nodes: [], notShown: 0 } });
  });

  test.each([
    { what: 'the status of a failure', status: 401 },
    { what: 'a success and names the status', status: 200 },
  ])('that comes with $what has what the service said', async ({ status }) => {
    const { zaia } = await world({ services: ['zaia'] });
    const cta = { type: 'link', url: 'https://app.zaia.app/keys' };
    const body = { code: 401, name: 'Unauthorized', cta, token: zaia.apiKey };
    zaia.fail({ status, body });
    const reply = await whole('zaia');
    expect(reply).toMatchObject({ failure: { kind: 'token-refused' } });
    for (const [name, value] of Object.entries({ name: 'Unauthorized', url: cta.url })) {
      expect(reply).toMatchObject(named(name, value));
    }
    expect(JSON.stringify(reply)).not.toContain(zaia.apiKey);
  });

  test('that fails says how', async () => {
    const { olie } = await world({ services: ['olie'] });
    olie.fail({ status: 503 });
    expect(await whole('olie')).toMatchObject({ failure: { kind: 'server-error' }, data: null });
  });

  const services = [
    { service: 'olie' as const, id: 'olie' },
    { service: 'zaia' as const, id: 'zaia' },
    { service: 'b3os' as const, id: 'order_0' },
  ];
  test.each(
    services.flatMap((one) => [
      { ...one, fault: { status: 200, body: '<p>Log in</p>' }, kind: 'unexpected-answer' },
      { ...one, fault: 'reset' as const, kind: 'network' },
      { ...one, fault: 'silent' as const, kind: 'timeout' },
    ]),
  )('of $service that meets $fault is $kind, and nothing', async ({ service, id, fault, kind }) => {
    const here = await world({ services: [service] });
    here[service].fail(fault);
    if (fault === 'silent') shortenTimeouts(here[service].url);
    expect(await whole(id)).toMatchObject({ failure: { kind }, data: null });
  });

  test.each(
    services.flatMap((one) => [
      { ...one, body: { success: false, message: 'Not yours.' }, kind: 'refused' },
      { ...one, body: { hello: 'world' }, kind: 'unexpected-answer' },
    ]),
  )('of $service that is $body is $kind, and is shown', async ({ service, id, body, kind }) => {
    const here = await world({ services: [service] });
    here[service].fail({ status: 200, body: { ...body, requestId: 'req_7' } });
    const reply = await whole(id);
    expect(reply).toMatchObject({ failure: { kind } });
    expect(reply).toMatchObject(named('requestId', 'req_7'));
  });
});
