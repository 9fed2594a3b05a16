import { describe, expect, test } from 'vitest';
import type { BackedUp } from '../../../../lib/core/feeds/backup-rules';
import { backedUp } from '../../../../lib/core/settings/backup';
import {
  awaitingWith,
  planImport,
  stillAwaiting,
  withImported,
} from '../../../../lib/core/settings/import-plan';
import { NO_SETTINGS, type Settings } from '../../../../lib/core/settings/settings';
import {
  agentRuns,
  connected,
  olie,
  preferences,
  workflow,
} from '../../../support/examples/example-settings';

const rows = connected.connections.map(backedUp);
const [olieRow, workflowRow, runsRow] = rows as [BackedUp, BackedUp, BackedUp];
const renamed = { ...workflowRow, label: 'Outro nome' };
const elsewhere = { ...olieRow, address: 'https://olie.test' };
const withPath = { ...olieRow, address: 'https://api.olie.ai/tenant' };
const withPort = { ...olieRow, address: 'https://api.olie.ai:8443' };
const part = { ...olieRow, address: 'https://x.api.olie.ai' };
const anotherRun = { ...workflowRow, executionId: 'exe_78' };

const plan = (connections: BackedUp[], settings: Settings, awaiting: BackedUp[] = []) =>
  planImport({ connections, preferences }, settings, awaiting, preferences);
const newId = () => 'new';

test('what the organization does not allow is said, and counts for nothing', () => {
  const many = Array.from({ length: 100 }, (_, at) => ({
    ...workflowRow,
    executionId: `exe_${at}`,
  }));
  const planned = planImport(
    { connections: [olieRow, ...many], preferences },
    NO_SETTINGS,
    [],
    preferences,
    ({ kind }) => kind !== 'b3os',
  );
  const changes = planned.ok && planned.plan.connections.map(({ change }) => change);
  expect(changes).toEqual(['needs-token', ...many.map(() => 'not-allowed')]);
});

describe('what becomes of a connection of the file', () => {
  test.each([
    ['on a new machine', olieRow, NO_SETTINGS, 'needs-token'],
    ['where it is as it was', olieRow, connected, 'same'],
    ['where it has another name', renamed, connected, 'changed'],
    ['where it has another path of the same origin', withPath, connected, 'needs-token'],
    ['where it has another port', withPort, connected, 'needs-token'],
    ['where it is on a part of the same host', part, connected, 'needs-token'],
    ['where the timer is at another origin', elsewhere, connected, 'needs-token'],
    ['where another execution is watched', anotherRun, connected, 'needs-token'],
  ] as const)('%s', (_, row, settings, change) => {
    const planned = plan([row], settings);
    expect(planned.ok && planned.plan.connections.map((entry) => entry.change)).toEqual([change]);
    // What is said is what is done.
    const imported = withImported(settings, [row], newId);
    expect(imported.connections.some(({ id }) => id === 'new')).toBe(change === 'changed');
    expect(awaitingWith([], [row], settings)).toEqual(change === 'needs-token' ? [row] : []);
  });
});

test('each is called by its service and its name; where it has none, by its place', () => {
  const planned = plan([olieRow, workflowRow, runsRow], NO_SETTINGS);
  expect(planned.ok && planned.plan.connections).toMatchObject([
    { service: 'Olie', name: 'exe-7', place: 'api.olie.ai' },
    { service: 'B3OS', name: 'Kit da Ana', place: 'api.b3os.org' },
    { service: 'Zaia', name: 'api.endless.zaia.app' },
  ]);
});

test.each([
  ['https://b3os.test/t', 'b3os.test/t'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['http://localhost/https://b3os.test', 'http://localhost/https://b3os.test'],
])('the place of %s is %s', (address, place) => {
  const planned = plan([{ ...workflowRow, address }], NO_SETTINGS);
  expect(planned.ok && planned.plan.connections).toMatchObject([{ name: 'Kit da Ana', place }]);
});

test('a workflow without a label is called by its id', () => {
  const planned = plan([{ ...workflowRow, label: '' } as BackedUp], NO_SETTINGS);
  expect(planned.ok && planned.plan.connections).toMatchObject([{ name: 'exe_77' }]);
});

test('there is no room for what waits for a service that this version does not know', () => {
  const later = { kind: 'later', address: 'https://later.test' };
  expect(plan([olieRow], NO_SETTINGS, [later])).toMatchObject({
    ok: false,
    text: 'backupTooMany',
    part: '0 × later',
  });
});

test.each([
  [{}, false],
  [preferences, false],
  [{ refreshEveryS: 60 }, true],
] as const)('preferences %j: changed %s', (imported, isChanged) => {
  const planned = planImport(
    { connections: [], preferences: imported },
    connected,
    [],
    preferences,
  );
  expect(planned.ok && planned.plan.arePreferencesChanged).toBe(isChanged);
});

test('a known connection keeps its secrets and its place, and has a new id: its answers are asked for anew', () => {
  expect(withImported(connected, [renamed, elsewhere], newId)).toEqual({
    version: 3,
    connections: [olie, { ...workflow, label: 'Outro nome', id: 'new' }, agentRuns],
  });
});

test('a token never goes along to another origin', () => {
  const there = [olieRow, workflowRow, runsRow].map((row) => ({
    ...row,
    address: 'https://x.test',
  }));
  expect(withImported(connected, there, newId)).toEqual(connected);
});

describe('too many', () => {
  const many = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...workflowRow,
      executionId: `exe_${from + index}`,
    }));
  test.each([
    ['fifty in the file', many(0, 50), NO_SETTINGS, [], true],
    ['one more in the file', many(0, 51), NO_SETTINGS, [], false],
    ['fifty with the watched one', many(77, 50), connected, [], true],
    ['one more with the watched one', many(100, 50), connected, [], false],
    ['one more with those that wait', many(100, 25), connected, many(200, 25), false],
    ['the same ones again', many(100, 49), connected, many(100, 49), true],
    ['a timer for another that is connected', [elsewhere], connected, [], true],
  ] as const)('%s', (_, imported, settings, awaiting, isOk) => {
    const planned = plan([...imported], settings, [...awaiting]);
    expect(planned).toMatchObject(
      isOk ? { ok: true } : { ok: false, text: 'backupTooMany', part: '50 × B3OS' },
    );
  });
});

test('a second file replaces what waits for the same connection, and leaves the rest waiting', () => {
  const waiting = awaitingWith([olieRow, workflowRow], [elsewhere, anotherRun], NO_SETTINGS);
  expect(waiting).toEqual([workflowRow, elsewhere, anotherRun]);
});

describe('what is connected waits no more', () => {
  const waiting = [elsewhere, workflowRow, anotherRun];
  test.each([
    ['a workflow', { ...workflow, id: 'new' }, [elsewhere, anotherRun]],
    ['a timer at whatever address', { ...olie, id: 'new' }, [workflowRow, anotherRun]],
    ['nothing, where something else is connected', { ...agentRuns, id: 'new' }, waiting],
  ])('%s', (_, saved, left) => {
    expect(stillAwaiting(waiting, saved)).toEqual(left);
  });
});
