import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { getJson, openEventStream } from '../../../lib/api/http';
import { startStandInOlie } from '../../support/stand-ins/olie';

// What holds for each request, so that no secret goes astray.

const olie = await startStandInOlie();
afterAll(olie.close);
afterEach(() => {
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
  { etag: 'x'.repeat(201), kept: null },
  // It would be stored with the answer.
  { etag: '"for $token"', kept: null },
])('the ETag $etag is kept as $kept', async ({ etag, kept }) => {
  const sent = etag.replace('$token', olie.token);
  olie.fail({ status: 200, headers: { ETag: sent }, body: olie.answer() });
  const { exchange } = await getJson(request());
  expect(exchange.etag).toEqual(kept && { url: url(), value: kept });
});
