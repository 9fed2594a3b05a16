import { describe, expect, test } from 'vitest';
import {
  settingsWith,
  unreadablePart,
  unreadableParts,
  withoutForgotten,
} from '../../../../lib/core/settings/set-aside';
import { NO_SETTINGS, type Settings } from '../../../../lib/core/settings/settings';
import { agentRuns, connected, olie, workflow } from '../../../support/examples/example-settings';

describe('of settings that cannot be read, set aside is', () => {
  const later = { kind: 'later', id: 'd', token: 'SECRET-later' };
  const { id: _, ...withoutId } = olie;
  test.each([
    ['all of a text', 'settings', 'settings'],
    ['all of a later version', { ...connected, version: 9 }, { ...connected, version: 9 }],
    ['all that has no list of connections', { version: 3 }, { version: 3 }],
    [
      'what this version does not know, without the connections that it can read',
      { version: 3, connections: [later, olie, 7, workflow, withoutId] },
      { version: 3, connections: [later, 7, withoutId] },
    ],
    [
      'that of an older version, as this version has it',
      { version: 1, olie: withoutId },
      { version: 3, connections: [withoutId] },
    ],
    ['nothing of what can be read', connected, { version: 3, connections: [] }],
  ])('%s', (_, stored, part) => {
    expect(unreadablePart(stored)).toEqual(part);
  });

  test('what goes beyond a thousand connections', () => {
    const connections = Array.from({ length: 1002 }, (_, index) => ({ ...olie, id: `${index}` }));
    const { connections: left } = unreadablePart({ version: 3, connections }) as Settings;
    expect(left.map(({ id }) => id)).toEqual(['1000', '1001']);
  });
});

describe('of what was set aside, a change of the settings', () => {
  const without = (...ids: string[]): Settings => ({
    ...connected,
    connections: connected.connections.filter(({ id }) => !ids.includes(id)),
  });
  const setAside = [
    { version: 3, connections: [olie, workflow, { ...agentRuns, note: `was ${olie.token}` }] },
    [olie.token, 7, null],
  ];

  test('empties each text with a secret that it forgets, and nothing else', () => {
    expect(withoutForgotten(setAside, connected, without('a'))).toEqual([
      {
        version: 3,
        connections: [{ ...olie, token: '' }, workflow, { ...agentRuns, note: '' }],
      },
      ['', 7, null],
    ]);
  });

  test('forgets each secret of a connection: its token and its key', () => {
    expect(withoutForgotten([workflow], connected, without('b'))).toEqual([
      { ...workflow, token: '', apiKey: '' },
    ]);
  });

  test('keeps a secret that another connection still has', () => {
    const twice = { ...connected, connections: [olie, { ...workflow, token: olie.token }] };
    const one = { ...connected, connections: [olie] };
    expect(withoutForgotten([olie], twice, one)).toEqual([olie]);
  });

  test('takes no number of a connection for a secret', () => {
    const numbered = { ...olie, later: 7 } as typeof olie;
    const before = { ...connected, connections: [numbered] };
    const note = { note: 'at 7' };
    expect(withoutForgotten([note, olie.token], before, NO_SETTINGS)).toEqual([note, '']);
  });

  test('that forgets no secret leaves all as it is', () => {
    const renamed = { ...workflow, id: 'new', label: 'other' };
    const after = { ...connected, connections: [olie, renamed, agentRuns] };
    expect(withoutForgotten(setAside, connected, after)).toBe(setAside);
    const keyless = { ...connected, connections: [{ ...workflow, apiKey: '' }] };
    const keyed = { ...connected, connections: [workflow] };
    expect(withoutForgotten(setAside, keyless, keyed)).toBe(setAside);
  });
});

describe('what was set aside and can be read again', () => {
  const now: Settings = { ...connected, connections: [{ ...olie, id: 'new' }] };

  test('comes back beside what is connected, which counts where both are the same', () => {
    const { settings, unreadable } = settingsWith(now, [connected, 'nothing']);
    expect(settings.connections.map(({ id }) => id)).toEqual(['new', workflow.id, agentRuns.id]);
    expect(unreadable).toBe(false);
  });

  test('comes back where nothing is connected, and not beside itself', () => {
    expect(settingsWith(NO_SETTINGS, [connected]).settings).toEqual(connected);
    expect(settingsWith(connected, [connected]).settings).toEqual(connected);
  });

  test('does not come back without its token: it was forgotten', () => {
    const forgotten = { ...connected, connections: [{ ...workflow, token: '' }] };
    expect(settingsWith(now, [forgotten]).settings).toEqual(now);
  });

  test('is a list, or nothing', () => {
    expect(settingsWith(now, connected).settings).toEqual(now);
    expect(settingsWith('broken', []).unreadable).toBe(true);
  });

  test('is kept only as far as it still cannot be read', () => {
    expect(unreadableParts([connected, 'broken', { version: 9 }])).toEqual([
      'broken',
      { version: 9 },
    ]);
  });
});
