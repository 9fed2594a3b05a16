import { describe, expect, test } from 'vitest';
import type { B3osConnection } from '../../../../lib/core/b3os/b3os';
import { failure } from '../../../../lib/core/feeds/failure';
import type { OlieConnection } from '../../../../lib/core/olie/olie';
import { NO_SETTINGS, type Settings } from '../../../../lib/core/settings/settings';
import type { Feed } from '../../../../lib/core/state/feed';
import {
  feedOf,
  mergedState,
  NO_STATE,
  parseSchedules,
  parseState,
  type State,
  timerFeed,
  UNREADABLE,
  withoutConnection,
} from '../../../../lib/core/state/state';
import {
  answeredSchedule,
  olieFeed,
  workflow,
  workflowFeed,
} from '../../../support/examples/example-feed';
import { exampleTimer } from '../../../support/examples/example-timer';

const connection: OlieConnection = {
  id: 'a',
  kind: 'olie',
  address: 'https://api.olie.ai',
  token: 'secret',
  executionId: 'first',
};
const watched: B3osConnection = {
  ...{ id: 'w', kind: 'b3os', address: 'https://api.b3os.org', label: 'Order 7' },
  ...{ executionId: 'exe', token: 'client secret', apiKey: 'api secret' },
};
const feed: Feed = olieFeed({
  failure: failure('token-refused', 'Unauthenticated.'),
  offsetMs: -93_600_200,
});
const other = workflowFeed({ isSeen: true, label: 'Order 7' });
const state: State = { ...NO_STATE, feeds: [feed, other] };

test('a state survives storage', () => {
  expect(parseState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  const empty = { ...NO_STATE, settingsUnreadable: true, feeds: [workflowFeed({ data: null })] };
  expect(parseState(JSON.parse(JSON.stringify(empty)))).toEqual(empty);
});

test('what was set aside comes back beside what is known now, which counts', () => {
  const now = { ...state, feeds: [olieFeed({ label: 'now' })] };
  const back = { ...NO_STATE, settingsUnreadable: true, feeds: [feed, other] };
  const merged = mergedState(now, back);
  expect(merged).toEqual({ ...now, feeds: [...now.feeds, other] });
  expect(mergedState(NO_STATE, back).feeds).toEqual([feed, other]);
});

describe('what cannot be read is simply not known', () => {
  test.each([
    { what: 'nothing', stored: undefined },
    { what: 'null', stored: null },
    { what: 'a text', stored: 'state' },
    { what: 'another version', stored: { ...state, version: 5 } },
    { what: 'the first version', stored: { version: 1, settingsUnreadable: false, olie: null } },
    {
      what: 'a feed with nothing but its id',
      stored: { ...state, feeds: [{ connectionId: 'a' }] },
    },
    {
      what: 'a kind of failure of a later version',
      stored: { ...state, feeds: [{ ...feed, failure: { kind: 'new' } }] },
    },
  ])('$what', ({ stored }) => {
    expect(parseState(stored)).toEqual(NO_STATE);
  });

  test.each(['later', 'constructor', ''])('a feed of the unknown kind "%s" is left out', (kind) => {
    const stored = { ...state, feeds: [{ ...workflowFeed(), kind }, feed, other] };
    expect(parseState(stored)).toEqual(state);
  });

  test.each([
    { what: 'of another kind', data: exampleTimer() },
    { what: 'of an earlier shape', data: { status: 'workflow_running' } },
    { what: 'with one broken field', data: workflow('x', { events: [7] as never }) },
    { what: 'that is a text', data: 'running' },
    { what: 'that is missing', data: undefined },
  ])('an answer $what costs nothing but itself', ({ data }) => {
    const stored = { ...state, feeds: [feed, { ...other, data }] };
    expect(parseState(stored)).toEqual({ ...state, feeds: [feed, { ...other, data: null }] });
  });
});

describe('schedules', () => {
  const schedules = { a: answeredSchedule(), w: answeredSchedule({ pausedUntilMs: 7 }) };

  test('survive storage', () => {
    expect(parseSchedules(JSON.parse(JSON.stringify(schedules)))).toEqual(schedules);
    expect(parseSchedules({})).toEqual({});
  });

  test.each([
    { what: 'nothing', stored: undefined },
    { what: 'a text', stored: 'schedules' },
    { what: 'the list of version 0.1.0', stored: [{ connectionId: 'a', schedule: schedules.a }] },
  ])('that cannot be read are none: $what', ({ stored }) => {
    expect(parseSchedules(stored)).toEqual({});
  });

  test.each([undefined, null, 7, { dueAtMs: 0 }])(
    'one that cannot be read does not cost the others: %j',
    (a) => {
      expect(parseSchedules({ ...schedules, a })).toEqual({ w: schedules.w });
    },
  );
});

describe('what is known from a connection', () => {
  const settingsOf = (...connections: Settings['connections']): Settings => ({
    ...NO_SETTINGS,
    connections,
  });

  test('is found by its id', () => {
    expect(feedOf(state, connection)).toBe(feed);
    expect(feedOf(state, watched)).toBe(other);
  });

  test('is nothing of another connection, even to the same address', () => {
    const before = { ...state, feeds: [{ ...feed, connectionId: 'b' }] };
    expect(feedOf(before, connection)).toBeUndefined();
  });

  test('and what no connection stands behind is the rest', () => {
    expect(withoutConnection(state, settingsOf(watched, connection))).toEqual([]);
    expect(withoutConnection(state, settingsOf(watched))).toEqual([feed]);
    expect(withoutConnection(state, NO_SETTINGS)).toEqual([feed, other]);
  });
});

test('what the browser cannot read is shown as unreadable settings, and nothing more', () => {
  expect(UNREADABLE).toEqual({ state: { ...NO_STATE, settingsUnreadable: true }, schedules: {} });
});

test('the timer is the answer of Olie, where there is one', () => {
  expect(timerFeed(state)).toBe(feed);
  expect(timerFeed({ feeds: [other] })).toBeNull();
  expect(timerFeed(NO_STATE)).toBeNull();
});

test.each([undefined, null, 7, 'x', true])('schedules that are %j are none', (stored) => {
  expect(parseSchedules(stored)).toEqual({});
});

test('of a hostile number of rows, a thousand are looked at', () => {
  const rows = Array.from({ length: 1_001 }, (_, index) => [`feed-${index}`, answeredSchedule()]);
  expect(Object.keys(parseSchedules(Object.fromEntries(rows)))).toHaveLength(1_000);
  const feeds = Array.from({ length: 1_001 }, () => olieFeed());
  expect(parseState({ ...NO_STATE, feeds }).feeds).toHaveLength(1_000);
});
