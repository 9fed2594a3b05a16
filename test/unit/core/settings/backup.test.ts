import { describe, expect, test } from 'vitest';
import {
  LARGEST_BACKUP_BYTES,
  parseBackup,
  writeBackup,
} from '../../../../lib/core/settings/backup';
import type { Connection } from '../../../../lib/core/settings/settings';
import { written } from '../../../support/examples/example-backup';
import { connected, olie, preferences, workflow } from '../../../support/examples/example-settings';

const [olieRow, workflowRow, runsRow] = written.connections;

const parse = (text: string) => parseBackup(new TextEncoder().encode(text));
const parseJson = (value: unknown) => parse(JSON.stringify(value));
const withRow = (row: unknown) => ({ ...written, connections: [olieRow, row] });

test('a file has exactly what may leave: no id, no token, no key', () => {
  const text = writeBackup(connected, [], preferences);
  expect(JSON.parse(text)).toEqual(written);
  expect(text).not.toContain('SECRET');
});

test('a field that no kind names stays, whatever else is stored with a connection', () => {
  const later: Connection[] = [
    // Storage may hold more than this version's types say.
    { ...olie, refreshToken: 'SECRET-later' } as Connection,
    { id: 'd', kind: 'later', address: 'https://later.test', key: 'SECRET-key' } as never,
  ];
  const text = writeBackup({ version: 3, connections: later }, [], preferences);
  expect(JSON.parse(text).connections).toEqual([
    olieRow,
    { kind: 'later', address: 'https://later.test' },
  ]);
});

test('what waits for its token is taken along, but for what is connected in its place', () => {
  const waiting = [
    { kind: 'olie', address: 'https://other.test', executionId: 'x' },
    { kind: 'b3os', address: 'https://api.b3os.org', label: '', executionId: 'exe_78' },
  ];
  const text = writeBackup({ version: 3, connections: [olie, workflow] }, waiting, preferences);
  expect(JSON.parse(text).connections).toEqual([olieRow, workflowRow, waiting[1]]);
});

test('what a file has is read again', () => {
  const { connections, preferences } = written;
  expect(parseJson(written)).toEqual({ ok: true, backup: { connections, preferences } });
});

test('a file that version 0.1.0 wrote is read, with the new names of the services', () => {
  const [olieOld, workflowOld, runsOld] = [olieRow, { ...workflowRow }, { ...runsRow }];
  const connections = [
    olieOld,
    { ...workflowOld, kind: 'workflow' },
    { ...runsOld, kind: 'agent-runs' },
  ];
  expect(parseJson({ ...written, version: 1, connections })).toEqual({
    ok: true,
    backup: { connections: written.connections, preferences: written.preferences },
  });
});

test('the old names are not those of a file that this version wrote', () => {
  expect(parseJson(withRow({ ...workflowRow, kind: 'workflow' }))).toMatchObject({
    text: 'backupField',
    part: 'connections[1].kind',
  });
});

describe('a file is read all the same', () => {
  test.each([
    ['with a byte order mark', `\uFEFF${JSON.stringify(written)}`],
    ['as large as may be', JSON.stringify(written).padEnd(LARGEST_BACKUP_BYTES)],
    ['with fields of a later version', JSON.stringify({ ...written, theme: 'dark' })],
    [
      'with secrets that somebody wrote into it, which are left out',
      JSON.stringify({
        ...written,
        connections: written.connections.map((row) => ({ ...row, id: 'x', token: 'SECRET' })),
      }),
    ],
  ])('%s', (_, text) => {
    const { connections, preferences } = written;
    expect(parse(text)).toEqual({ ok: true, backup: { connections, preferences } });
  });

  test('with fewer preferences: the others stay', () => {
    expect(parseJson({ ...written, preferences: { whenIdle: 'idle', later: 7 } })).toMatchObject({
      backup: { preferences: { whenIdle: 'idle' } },
    });
  });
});
