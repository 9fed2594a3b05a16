import { afterEach, beforeEach, expect, vi } from 'vitest';
import { ApiError } from '../../../lib/api/api-error';
import { getJson } from '../../../lib/api/http';
import { type StandInOlie, startStandInOlie } from './olie';

/**
 * Before each test a new stand-in of Olie, and what asks it by `getJson`.
 * @param nowMs the stand-in's clock, in epoch milliseconds
 */
export function askingOlie(nowMs: number) {
  let olie: StandInOlie;
  beforeEach(async () => {
    vi.stubGlobal('navigator', { onLine: true });
    olie = await startStandInOlie({ now: () => nowMs });
  });
  afterEach(async () => {
    await olie.close();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
  const url = () => `${olie.url}/api/management/project-executions/${olie.executionId}`;
  const request = () => ({
    url: url(),
    headers: { authorization: `Bearer ${olie.token}` },
    secrets: [olie.token],
    etag: null,
  });
  const ask = (timeoutMs?: number) => getJson({ ...request(), timeoutMs });
  /** The failure of a request. The token may not be in it. */
  const failureOf = async (asking: Promise<unknown>) => {
    const error: unknown = await asking.then(
      () => new Error('It did not fail'),
      (cause) => cause,
    );
    if (!(error instanceof ApiError)) throw error;
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toContain(olie.token);
    return error.failure;
  };
  /** The stand-in of this test. */
  const standIn = () => olie;
  return { standIn, url, request, ask, failureOf };
}
