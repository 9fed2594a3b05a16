import { describe, expect, test } from 'vitest';
import { readAddress } from '../../../../lib/core/feeds/field-readers';
import { keyOf } from '../../../../lib/core/settings/backup';
import { zaiaBackup } from '../../../../lib/core/zaia/backup';
import { ZAIA_OWN_PATH, ZAIA_PATH, zaia } from '../../../../lib/core/zaia/zaia';
import * as z from '../../../../lib/core/zod';
import { agentRuns } from '../../../support/examples/example-settings';

const API = 'https://api.endless.zaia.app';
const nothing = { runs: [], creditsToday: 0, isAtLeast: false };

test('Zaia is one connection without an end, and without a name of its own', () => {
  expect(zaia).toMatchObject({ kind: 'zaia', serviceName: 'Zaia', defaultAddress: API, most: 1 });
  expect(zaia.names(agentRuns)).toEqual({ label: '', reference: 'Zaia' });
  expect(zaia.summary(nothing)).toBe('Zaia');
  expect(zaia.hasEnded(nothing)).toBe(false);
  expect(zaia.endedBadly(nothing)).toBe(false);
});

describe('following by the connection', () => {
  test('keeps all else of it', () => {
    expect(zaia.follow?.(agentRuns, 'a', true)).toEqual({ ...agentRuns, followed: ['a'] });
    expect(zaia.follow?.(agentRuns, 'a', false)).toEqual({ ...agentRuns, followed: [] });
  });

  test('is refused where there are as many as may be', () => {
    const followed = Array.from({ length: 20 }, (_, index) => `run-${index}`);
    expect(zaia.follow?.({ ...agentRuns, followed }, 'one more', true)).toBeNull();
  });
});

test.each([
  [`${API}/api`, API],
  [`${API}/api/v1`, API],
  [`${API}/api/v1/executions`, API],
  [`${API}/api/v1/executions/7/details`, API],
  [`${API}/t/api/v1/executions/`, `${API}/t`],
  [`${API}/api/v2`, `${API}/api/v2`],
  [`${API}/api/v1/runs`, `${API}/api/v1/runs`],
  [`${API}/api/v1/executions7`, `${API}/api/v1/executions7`],
  [`${API}/apis`, `${API}/apis`],
])('of the address %s, %s is saved', (text, value) => {
  expect(readAddress(text, ZAIA_OWN_PATH)).toEqual({ ok: true, value });
});

test.each([
  [`${API}/api/v1/executions`, API, undefined],
  [`${API}/api/v1/executions?pageSize=10`, API, undefined],
  [`${API}/t/api/v1/executions/run-7`, `${API}/t`, 'run-7'],
  [`${API}/api/v1/executions/run-7/api/v1/executions/run-8`, API, 'run-7'],
  [`${API}/api/v1/executions/run-7?x=1`, API, 'run-7'],
  [`${API}/api/v1/executions/run-7#x`, API, 'run-7'],
  [`${API}/api/v1/executions/run-7/nestings`, API, 'run-7'],
  [`${API}/api/v1/executions/nestings?executionId=run-7`, API, undefined],
  [`${API}/api/v1/runs/run-7`, undefined, undefined],
])('the address %s is of %s, and names the run %s', (text, address, id) => {
  const found = ZAIA_PATH.exec(text);
  expect([found?.[1], found?.[2]]).toEqual([address, id]);
});

describe('a stored connection', () => {
  test.each(['id', 'kind', 'address', 'token', 'responderIds', 'show', 'followed'])(
    'is not read with a broken field: %s',
    (field) => {
      expect(z.safeParse(zaia.connectionSchema, { ...agentRuns, [field]: {} }).success).toBe(false);
    },
  );
});

describe('in a file of settings', () => {
  const read = (patch: object) =>
    z.safeParse(z.object(zaiaBackup.fields), { ...agentRuns, followed: ['a'], ...patch });

  test('are its address, its responders, how many runs are shown and the followed ones', () => {
    const { address, responderIds, show } = agentRuns;
    expect(read({}).data).toEqual({ address, responderIds, show, followed: ['a'] });
    expect(read({ followed: undefined }).success).toBe(true);
  });

  test.each([
    ['another number of runs', { show: 7 }, undefined],
    ['a responder that is none', { responderIds: ['x'] }, 'responderIdsUnreadable'],
    ['a followed run that leads elsewhere', { followed: ['..'] }, 'executionIdCharacters'],
    ['more than 20 followed runs', { followed: Array(21).fill('a') }, 'tooManyFollowed'],
    ['another scheme', { address: 'http://x.test' }, 'addressNotHttps'],
  ])('%s is refused', (_, patch, message) => {
    const { success, error } = read(patch);
    expect(success).toBe(false);
    if (message) expect(error?.issues).toMatchObject([{ code: 'custom', message }]);
  });

  test('twenty followed runs are taken', () => {
    expect(read({ followed: Array(20).fill('a') }).success).toBe(true);
  });

  test('a workspace at another address is the same connection', () => {
    const there = { address: 'https://other.test' };
    expect(keyOf({ ...agentRuns, ...there })).toBe(keyOf(agentRuns));
  });
});
