import { describe, expect, test } from 'vitest';
import { B3OS_OWN_PATH, B3OS_PATH, b3os } from '../../../../lib/core/b3os/b3os';
import { b3osBackup } from '../../../../lib/core/b3os/backup';
import { readAddress } from '../../../../lib/core/feeds/field-readers';
import { keyOf } from '../../../../lib/core/settings/backup';
import * as z from '../../../../lib/core/zod';
import { workflow } from '../../../support/examples/example-feed';
import { workflow as connection } from '../../../support/examples/example-settings';

const API = 'https://api.b3os.org';

test('B3OS has up to fifty workflows, each called by its label and its id', () => {
  expect(b3os).toMatchObject({ kind: 'b3os', serviceName: 'B3OS', defaultAddress: API, most: 50 });
  expect(b3os.names(connection)).toEqual({ label: 'Kit da Ana', reference: 'exe_77' });
});

test.each([
  ['workflow_running', 1, false],
  ['paused', 1, false],
  ['workflow_succeeded', 0, false],
  ['workflow_failed', 0, true],
])('a workflow with the status %s counts %d in progress, ended badly: %s', (status, count, bad) => {
  expect(b3os.ongoing(workflow(status))).toBe(count);
  expect(b3os.hasEnded(workflow(status))).toBe(count === 0);
  expect(b3os.endedBadly(workflow(status))).toBe(bad);
});

test('it answers with its order, or else with its id, and says when it was created', () => {
  expect(b3os.summary(workflow('', { orderId: 'ord_1' }))).toBe('ord_1');
  expect(b3os.summary(workflow(''))).toBe('exe');
  expect(b3os.createdAtMs?.(workflow('', { createdAtMs: 7 }))).toBe(7);
  expect(b3os.createdAtMs?.(workflow(''))).toBe(0);
});

test.each([
  [`${API}/v1`, API],
  [`${API}/v1/public`, API],
  [`${API}/v1/public/executions`, API],
  [`${API}/v1/public/executions/exe_7/events`, API],
  [`${API}/t/v1/public/executions/`, `${API}/t`],
  [`${API}/v2`, `${API}/v2`],
  [`${API}/v1/private`, `${API}/v1/private`],
  [`${API}/v1/public/executions7`, `${API}/v1/public/executions7`],
])('of the address %s, %s is saved', (text, value) => {
  expect(readAddress(text, B3OS_OWN_PATH)).toEqual({ ok: true, value });
});

test.each([
  [`${API}/v1/public/executions/exe_7`, API, 'exe_7'],
  [`${API}/t/v1/public/executions/exe_7?token=x`, `${API}/t`, 'exe_7'],
  [`${API}/v1/public/executions/exe_7#x`, API, 'exe_7'],
  [`${API}/v1/public/executions/exe_7/v1/public/executions/exe_8`, API, 'exe_7'],
  [`${API}/v1/public/executions/`, API, ''],
  [`${API}/v1/public/executions`, undefined, undefined],
  [`${API}/v1/executions/exe_7`, undefined, undefined],
])('the address %s is of %s, and names the execution %s', (text, address, id) => {
  const found = B3OS_PATH.exec(text);
  expect([found?.[1], found?.[2]]).toEqual([address, id]);
});

test.each(['id', 'kind', 'address', 'label', 'executionId', 'token', 'apiKey'])(
  'a stored connection is not read with a broken field: %s',
  (field) => {
    expect(z.parse(b3os.connectionSchema, connection)).toEqual(connection);
    expect(z.safeParse(b3os.connectionSchema, { ...connection, [field]: 7 }).success).toBe(false);
  },
);

describe('in a file of settings', () => {
  const schema = z.object(b3osBackup.fields);

  test('are the address, the label and the id', () => {
    const { address, label, executionId } = connection;
    expect(z.parse(schema, connection)).toEqual({ address, label, executionId });
  });

  test.each([{ address: 'x' }, { label: 7 }, { executionId: 'b3sk_1' }])(
    'what no form takes is refused: %j',
    (patch) => {
      expect(z.safeParse(schema, { ...connection, ...patch }).success).toBe(false);
    },
  );

  test.each([
    ['with another label', { label: 'other', id: 'new' }, true],
    ['of another execution', { executionId: 'exe_78' }, false],
    ['at another address', { address: 'https://b3os.test' }, false],
  ])('a connection %s is the same one: %j, %s', (_, patch, isSame) => {
    expect(keyOf({ ...connection, ...patch }) === keyOf(connection)).toBe(isSame);
  });
});
