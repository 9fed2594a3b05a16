import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { ApiError } from '../../../lib/api/api-error';
import { getJson, openEventStream } from '../../../lib/api/http';
import { startStandInOlie } from '../../support/stand-ins/olie';

// What holds for each request, so that no secret goes astray.

const olie = await startStandInOlie();
afterAll(olie.close);
afterEach(() => {
  olie.fail(null);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const url = () => `${olie.url}/api/management/project-executions/${olie.executionId}`;
const request = () => ({
  ...{ url: url(), secrets: [olie.token], etag: null },
  headers: { authorization: `Bearer ${olie.token}` },
});

test('each request, streams included, has no cookies, follows nothing, names no page, and is kept nowhere', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch');
  await getJson(request());
  const stop = new AbortController();
  await openEventStream(url(), {}, stop);
  stop.abort();
  expect(fetched).toHaveBeenCalledTimes(2);
  for (const [, init] of fetched.mock.calls) {
    expect(init).toMatchObject({
      ...{ credentials: 'omit', redirect: 'error' },
      ...{ referrerPolicy: 'no-referrer', cache: 'no-store' },
    });
  }
});

test('an address that the policy cannot admit is never fetched: the browser would print it, token included', async () => {
  const fetched = vi.fn();
  vi.stubGlobal('fetch', fetched);
  const local = `http://[::1]:8000/v1?token=${olie.token}`;
  const refused = getJson({ ...request(), url: local });
  await expect(refused).rejects.toMatchObject({ failure: { kind: 'permission' } });
  expect(await openEventStream(local, {}, new AbortController())).toBeNull();
  expect(fetched).not.toHaveBeenCalled();
});

test.each([
  { etag: '"v1"', kept: '"v1"' },
  { etag: 'W/"v1"', kept: 'W/"v1"' },
  { etag: '', kept: null },
  { etag: 'x'.repeat(200), kept: 'x'.repeat(200) },
  { etag: 'x'.repeat(201), kept: null },
  // It would be stored with the answer.
  { etag: '"for $token"', kept: null },
])('the ETag $etag is kept as $kept', async ({ etag, kept }) => {
  const sent = etag.replace('$token', olie.token);
  olie.fail({ status: 200, headers: { ETag: sent }, body: olie.answer() });
  const { exchange } = await getJson(request());
  expect(exchange.etag).toEqual(kept && { url: url(), value: kept });
});

test('an answer without an ETag has none', async () => {
  expect((await getJson(request())).exchange.etag).toBeNull();
});

/** What the last request said in that header. */
const sent = (name: string) => {
  const { headers = [] } = olie.requests.at(-1) ?? {};
  return headers[headers.indexOf(name) + 1];
};

test('each request says what it wants, and has its own headers', async () => {
  await getJson(request());
  expect([sent('accept'), sent('authorization')]).toEqual([
    'application/json',
    'Bearer olie_test_token|abc123',
  ]);
  const stop = new AbortController();
  await openEventStream(url(), { authorization: 'Bearer x' }, stop);
  stop.abort();
  expect([sent('accept'), sent('authorization')]).toEqual(['text/event-stream', 'Bearer x']);
});

test('a known ETag is sent to its own address, and only there', async () => {
  await getJson({ ...request(), etag: { url: url(), value: '"v1"' } });
  expect(sent('if-none-match')).toBe('"v1"');
  await getJson({ ...request(), etag: { url: `${url()}?page=2`, value: '"v1"' } });
  expect(olie.requests.at(-1)?.headers).not.toContain('if-none-match');
  await getJson(request());
  expect(olie.requests.at(-1)?.headers).not.toContain('if-none-match');
});

test('what has not changed since the known ETag is told apart from all failures', async () => {
  olie.fail({ status: 304, headers: { ETag: '"v2"' } });
  const known = { ...request(), etag: { url: url(), value: '"v1"' } };
  await expect(getJson(known)).rejects.toMatchObject({
    ...{ name: 'NotModified', message: 'not modified' },
    exchange: { etag: { url: url(), value: '"v2"' }, ageS: 0 },
  });
  // Nobody offered anything.
  await expect(getJson(request())).rejects.toMatchObject({ failure: { kind: 'server-error' } });
  olie.fail({ status: 500, body: { message: 'Oh.' } });
  const failed = getJson(known);
  await expect(failed).rejects.toThrow(ApiError);
  await expect(failed).rejects.toThrow('server-error');
  await expect(failed).rejects.toMatchObject({ name: 'ApiError' });
});

test('an unknown error stays as it is', async () => {
  const error = new RangeError('unknown');
  vi.stubGlobal('fetch', () => Promise.reject(error));
  await expect(getJson(request())).rejects.toBe(error);
});
