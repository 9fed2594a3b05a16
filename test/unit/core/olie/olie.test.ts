import { describe, expect, test } from 'vitest';
import { readAddress } from '../../../../lib/core/feeds/field-readers';
import { olieBackup } from '../../../../lib/core/olie/backup';
import { OLIE_OWN_PATH, OLIE_PATH, olie } from '../../../../lib/core/olie/olie';
import { keyOf } from '../../../../lib/core/settings/backup';
import * as z from '../../../../lib/core/zod';
import { olie as connection } from '../../../support/examples/example-settings';
import { exampleTimer } from '../../../support/examples/example-timer';

const API = 'https://api.olie.ai';

test('Olie is one timer, which never ends and has the badge to itself', () => {
  expect(olie).toMatchObject({ kind: 'olie', serviceName: 'Olie', defaultAddress: API, most: 1 });
  expect(olie.names(connection)).toEqual({ label: '', reference: 'exe-7' });
  for (const timer of [exampleTimer(), exampleTimer({ current: null })]) {
    expect(olie.hasEnded(timer)).toBe(false);
    expect(olie.endedBadly(timer)).toBe(false);
    expect(olie.ongoing(timer)).toBe(0);
  }
});

test.each([
  [`${API}/api`, API],
  [`${API}/api/management`, API],
  [`${API}/api/management/project-executions`, API],
  [`${API}/project-executions/7/edit`, API],
  [`${API}/t/api/management/project-executions/7`, `${API}/t`],
  [`${API}/apis`, `${API}/apis`],
  [`${API}/api/other`, `${API}/api/other`],
  [`${API}/api/management/projects`, `${API}/api/management/projects`],
  [`${API}/project-executions7`, `${API}/project-executions7`],
])('of the address %s, %s is saved', (text, value) => {
  expect(readAddress(text, OLIE_OWN_PATH)).toEqual({ ok: true, value });
});

test.each([
  [`${API}/project-executions/7`, API, '7'],
  [`${API}/api/management/project-executions/7`, API, '7'],
  [`${API}/t/api/management/project-executions/7?x=1`, `${API}/t`, '7'],
  [`${API}/project-executions/7#x`, API, '7'],
  [`${API}/project-executions/7/project-executions/8`, API, '7'],
  [`${API}/project-executions/`, API, ''],
  [`${API}/project-executions`, undefined, undefined],
])('the address %s is of %s, and names the execution %s', (text, address, id) => {
  const found = OLIE_PATH.exec(text);
  expect([found?.[1], found?.[2]]).toEqual([address, id]);
});

test.each(['id', 'kind', 'address', 'token', 'executionId'])(
  'a stored connection is not read with a broken field: %s',
  (field) => {
    expect(z.parse(olie.connectionSchema, connection)).toEqual(connection);
    expect(z.safeParse(olie.connectionSchema, { ...connection, [field]: 7 }).success).toBe(false);
  },
);

describe('in a file of settings', () => {
  const schema = z.object(olieBackup.fields);

  test('are the address and the id', () => {
    const { address, executionId } = connection;
    expect(z.parse(schema, connection)).toEqual({ address, executionId });
  });

  test.each([{ address: 'x' }, { executionId: '..' }])(
    'what no form takes is refused: %j',
    (patch) => {
      expect(z.safeParse(schema, { ...connection, ...patch }).success).toBe(false);
    },
  );

  test('a timer at another address is the same connection', () => {
    const there = { address: 'https://other.test', executionId: '8' };
    expect(keyOf({ ...connection, ...there })).toBe(keyOf(connection));
  });
});
