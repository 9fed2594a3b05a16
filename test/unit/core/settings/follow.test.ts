import { describe, expect, test } from 'vitest';
import { backedUp, parseBackup, writeBackup } from '../../../../lib/core/settings/backup';
import { withFollowed } from '../../../../lib/core/settings/follow';
import { planImport, withImported } from '../../../../lib/core/settings/import-plan';
import { parseSettings, withConnection } from '../../../../lib/core/settings/settings';
import {
  agentRuns,
  connected,
  olie,
  preferences,
} from '../../../support/examples/example-settings';

const twenty = Array.from({ length: 20 }, (_, n) => `run-${n}`);
const following = { ...agentRuns, followed: ['run-1', 'run-2'] };
const settings = { ...connected, connections: [olie, following] };
const wanted = { connectionId: agentRuns.id, id: 'run-3', isFollowed: true };

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const file = (row: unknown) => ({
  ...{ program: 'olie-timer', version: 2 },
  ...{ connections: [row], preferences },
});

describe('following one thing more', () => {
  test('changes that connection and nothing else, its id included', () => {
    expect(withFollowed(settings, wanted)).toEqual({
      ...settings,
      connections: [olie, { ...following, followed: ['run-3', 'run-1', 'run-2'] }],
    });
  });

  test('and one thing less leaves the others as they were', () => {
    const less = { ...wanted, id: 'run-1', isFollowed: false };
    expect(withFollowed(settings, less)?.connections[1]).toEqual({
      ...agentRuns,
      followed: ['run-2'],
    });
  });

  test('is refused if there are as many as may be', () => {
    const full = { ...settings, connections: [{ ...agentRuns, followed: twenty }] };
    expect(withFollowed(full, { ...wanted, id: 'one more' })).toBeNull();
  });

  test.each([
    { what: 'a connection that is gone', connectionId: 'gone' },
    { what: 'a service that has nothing to follow', connectionId: olie.id },
  ])('is refused for $what', ({ connectionId }) => {
    expect(withFollowed(settings, { ...wanted, connectionId })).toBeNull();
  });
});

describe('the followed runs', () => {
  test('survive storage', () => {
    const stored = JSON.parse(JSON.stringify(settings));
    expect(parseSettings(stored)).toEqual({ settings, unreadable: false });
  });

  // The form does not know them, and may have been filled before they were followed.
  test('survive a save of the form, and not another address', () => {
    const saved = { ...agentRuns, id: 'new', token: 'other', show: 50 };
    expect(withConnection(settings, saved, following.id).connections[1]).toEqual({
      ...saved,
      followed: following.followed,
    });
    const elsewhere = { ...saved, address: 'https://other.test' };
    expect(withConnection(settings, elsewhere, following.id).connections[1]).toEqual(elsewhere);
  });

  test('leave in a backup, and come back', () => {
    const text = writeBackup(settings, [], preferences);
    const parsed = parseBackup(new TextEncoder().encode(text));
    expect(parsed).toMatchObject({
      ok: true,
      backup: { connections: [{ kind: 'olie' }, { followed: ['run-1', 'run-2'] }] },
    });
  });

  test('are not lost by a file that does not name them', () => {
    const row = backedUp(agentRuns);
    expect(parseBackup(bytes(file(row)))).toMatchObject({ ok: true });
    const imported = withImported(settings, [{ ...row, show: 50 } as never], () => 'new');
    expect(imported.connections[1]).toEqual({ ...following, id: 'new', show: 50 });
  });

  test('of a file are followed once it is imported', () => {
    const row = { ...backedUp(agentRuns), followed: ['run-9'] };
    const plan = planImport({ connections: [row], preferences }, settings, [], preferences);
    expect(plan).toMatchObject({ plan: { connections: [{ change: 'changed' }] } });
    expect(withImported(settings, [row], () => 'new').connections[1]).toEqual({
      ...following,
      ...{ id: 'new', followed: ['run-9'] },
    });
  });

  test.each([
    { what: 'more than twenty', followed: [...twenty, 'one more'] },
    { what: 'another path', followed: ['..'] },
    { what: 'no id', followed: [7] },
    { what: 'no list', followed: 'run-1' },
  ])('of a file are refused if there is $what', ({ followed }) => {
    const parsed = parseBackup(bytes(file({ ...backedUp(agentRuns), followed })));
    expect(parsed).toMatchObject({ ok: false, text: 'backupField' });
    expect(parsed).toHaveProperty('part', expect.stringContaining('connections[0].followed'));
  });
});
