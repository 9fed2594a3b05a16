import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { ApiError } from '../../../../lib/api/api-error';
import { client, getWorkflow, type WorkflowRequest } from '../../../../lib/api/b3os/client';
import made from '../../../fixtures/b3os-public-execution.made.json' with { type: 'json' };
import { type StandInB3os, startStandInB3os } from '../../../support/stand-ins/b3os';

const AT_MS = Date.parse('2026-03-13T21:17:54Z');
const TOKEN = 'ct/4821 & more';
const SENT_TOKEN = 'ct%2F4821%20%26%20more';
let b3os: StandInB3os;

beforeEach(async () => {
  vi.stubGlobal('navigator', { onLine: true });
  b3os = await startStandInB3os({ now: () => AT_MS });
  b3os.add({ id: 'exe_1', token: TOKEN, orderId: 'ord_1' });
});
afterEach(async () => {
  await b3os.close();
  vi.unstubAllGlobals();
});

const ask = (patch: Partial<WorkflowRequest> = {}, timeoutMs?: number) =>
  getWorkflow(
    { address: b3os.url, executionId: 'exe_1', token: TOKEN, apiKey: '', ...patch },
    { timeoutMs },
  );
/** The failure of a request. No secret may be in it. */
async function failureOf(asking: Promise<unknown>) {
  const error: unknown = await asking.then(
    () => new Error('It did not fail'),
    (cause) => cause,
  );
  if (!(error instanceof ApiError)) throw error;
  const told = `${error.message} ${error.stack} ${JSON.stringify(error)}`;
  for (const secret of [TOKEN, SENT_TOKEN, 'sk_key']) expect(told).not.toContain(secret);
  return error.failure;
}

describe('a request', () => {
  test('has the token in the query and no key in the header', async () => {
    const { data, exchange } = await ask();
    expect(data).toMatchObject({ id: 'exe_1', orderId: 'ord_1', status: 'awaiting_payment' });
    expect(exchange).toMatchObject({ dateMs: AT_MS, ageS: 0 });
    const path = `/v1/public/executions/exe_1?token=${SENT_TOKEN}`;
    expect(b3os.requests).toMatchObject([{ method: 'GET', path, authorization: undefined }]);
  });

  test('has the key in the header if there is one', async () => {
    await ask({ apiKey: 'sk_key' });
    expect(b3os.requests[0]?.authorization).toBe('Bearer sk_key');
  });

  test('escapes id and token, also below an address with a path', async () => {
    const strange = { executionId: '../a?b#c/50%', token: 'x#y+z=é' };
    await ask({ ...strange, address: `${b3os.url}/tenant` }).catch(() => undefined);
    const path = '/tenant/v1/public/executions/..%2Fa%3Fb%23c%2F50%25?token=x%23y%2Bz%3D%C3%A9';
    expect(b3os.requests[0]?.path).toBe(path);
  });
});

describe('the client of the kind b3os', () => {
  const saved = {
    id: 'a',
    kind: 'b3os',
    label: '',
    executionId: 'exe_1',
    apiKey: 'sk_key',
  } as const;
  const connection = () => ({ ...saved, address: b3os.url, token: TOKEN });

  test('asks for the execution, unless it is still as it was', async () => {
    expect(client.kind).toBe('b3os');
    const url = `${b3os.url}/v1/public/executions/exe_1?token=`;
    const context = {
      ...{ previous: null, startOfDayMs: 0, offsetMs: 0, timeZone: 'America/Sao_Paulo' },
      etag: { url, value: '"v1"' },
    };
    expect((await client.ask(connection(), context)).data.id).toBe('exe_1');
    b3os.fail({ status: 304 });
    await expect(client.ask(connection(), context)).rejects.toThrow('not modified');
  });

  test('listens to the stream of the execution, with token and key, until it ends', async () => {
    const onMessage = vi.fn();
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    const listening = client.listen?.(connection(), onMessage, stop);
    await vi.waitUntil(() => b3os.streams.open().length > 0);
    const path = `/v1/public/executions/exe_1/stream?token=${SENT_TOKEN}`;
    expect(b3os.requests).toMatchObject([{ path, authorization: 'Bearer sk_key' }]);
    b3os.advance('exe_1', 'workflow_succeeded');
    expect(await listening).toBe(true);
    expect(onMessage).toHaveBeenCalledTimes(1);
  });
});

describe('the envelope', () => {
  test.each([{ success: true, data: made.data }, { data: made.data }, { ...made, code: '200' }])(
    '%# is accepted',
    async (body) => {
      b3os.fail({ status: 200, body });
      expect((await ask()).data.id).toBe('exe_4821');
    },
  );

  test.each([
    ['refused', { success: false, error: { message: 'Gone.', code: 'E1' } }, 'Gone.'],
    ['refused', { success: false, data: made.data }, null],
    ['unexpected-answer', { code: 200, data: { workflowId: 'wf' }, message: 'success' }, null],
    ['unexpected-answer', { code: 200, data: 'exe_1' }, null],
    ['unexpected-answer', { code: 200, data: [made.data] }, null],
    ['unexpected-answer', null, null],
    ['unexpected-answer', '<p>Log in</p>', null],
  ])('that fails: %s, %j', async (kind, body, message) => {
    b3os.fail({ status: 200, body });
    const failure = { kind, message, retryAfterS: null };
    expect(await failureOf(ask())).toEqual(failure);
  });
});

describe('a failure', () => {
  const headers = { 'Retry-After': '30' };
  test.each([
    [{ status: 400, body: { message: 'bad id' } }, 'server-error', 'bad id', null],
    [{ status: 429, headers, body: {} }, 'too-many-requests', null, 30],
    [{ status: 503, headers, body: '<p>Busy</p>' }, 'server-error', null, 30],
  ])('%j', async (fault, kind, message, retryAfterS) => {
    b3os.fail(fault);
    expect(await failureOf(ask())).toEqual({ kind, message, retryAfterS });
  });

  test('is 401 for a wrong token and 404 for an unknown id, with the message of the service', async () => {
    const wrong = await failureOf(ask({ token: 'ct_other' }));
    expect(wrong).toMatchObject({ kind: 'token-refused', message: 'invalid client token' });
    const unknown = await failureOf(ask({ executionId: 'exe_2' }));
    expect(unknown).toMatchObject({ kind: 'unknown-id', message: 'execution not found' });
  });

  test.each([
    `Route GET:/v1/public/executions/exe_1?token=${SENT_TOKEN} not found`,
    `No such token: ${TOKEN}`,
    `${'x'.repeat(190)}${TOKEN}`,
    'Invalid key sk_key',
  ])('has no message if there is a secret in it: %s', async (message) => {
    for (const status of [400, 401, 404, 500]) {
      b3os.fail({ status, body: { message } });
      expect((await failureOf(ask({ apiKey: 'sk_key' }))).message).toBeNull();
    }
    b3os.fail({ status: 200, body: { success: false, error: { message } } });
    expect((await failureOf(ask({ apiKey: 'sk_key' }))).message).toBeNull();
  });

  test('below HTTP has no message', async () => {
    b3os.fail('silent');
    expect(await failureOf(ask({}, 60))).toMatchObject({ kind: 'timeout', message: null });
    const nowhere = ask({ address: 'not an address' });
    expect(await failureOf(nowhere)).toMatchObject({ kind: 'network', message: null });
  });
});
