import { describe, expect, test } from 'vitest';
import { failure } from '../../../../lib/core/feeds/failure';
import { NEVER_ASKED } from '../../../../lib/core/feeds/schedule';
import { NO_SETTINGS, type Settings } from '../../../../lib/core/settings/settings';
import {
  type Feed,
  feedsFor,
  NO_STATE,
  parseState,
  type State,
  timerFeed,
  timerOf,
  withFeeds,
  withoutConnection,
} from '../../../../lib/core/state/state';
import { olieFeed, workflow, workflowFeed } from '../../../support/examples/example-feed';
import { exampleTimer } from '../../../support/examples/example-timer';

const connection = {
  id: 'a',
  kind: 'olie',
  address: 'https://api.olie.ai',
  token: 'secret',
  executionId: 'first',
};
const watched = {
  ...{ id: 'w', kind: 'b3os', address: 'https://api.b3os.org', label: 'Order 7' },
  ...{ executionId: 'exe', token: 'client secret', apiKey: 'api secret' },
};
const feed: Feed = olieFeed({
  schedule: { askedAtMs: 5, dueAtMs: null, failures: 2, answeredAtMs: 6, oldAtMs: 9 },
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

describe('what cannot be read is simply not known', () => {
  test.each([
    { what: 'nothing', stored: undefined },
    { what: 'null', stored: null },
    { what: 'a text', stored: 'state' },
    { what: 'another version', stored: { ...state, version: 4 } },
    { what: 'the version before', stored: { version: 1, settingsUnreadable: false, olie: null } },
    { what: 'a feed without its schedule', stored: { ...state, feeds: [{ connectionId: 'a' }] } },
    {
      what: 'a kind of failure of a later version',
      stored: { ...state, feeds: [{ ...feed, failure: { kind: 'new' } }] },
    },
  ])('$what', ({ stored }) => {
    expect(parseState(stored)).toEqual(NO_STATE);
  });

  test.each(['later', 'constructor', ''])('a feed of the unknown kind "%s" is left out', (kind) => {
    const stored = { ...state, feeds: [workflowFeed({ kind }), feed, other] };
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

describe('the feeds for the settings', () => {
  const settingsOf = (...connections: Settings['connections']): Settings => ({
    ...NO_SETTINGS,
    connections,
  });
  const fresh: Feed = {
    connectionId: 'a',
    kind: 'olie',
    address: 'https://api.olie.ai',
    label: '',
    reference: 'first',
    schedule: NEVER_ASKED,
    failure: null,
    offsetMs: null,
    isSeen: false,
    etag: null,
    data: null,
  };

  test('are the known ones where they were asked with these connections', () => {
    const [known] = feedsFor(state, settingsOf(connection));
    expect(known).toBe(feed);
  });

  test('are new ones where there are none', () => {
    expect(feedsFor(NO_STATE, settingsOf(connection))).toEqual([fresh]);
    expect(feedsFor(NO_STATE, settingsOf(watched))).toMatchObject([
      { label: 'Order 7', reference: 'exe', schedule: NEVER_ASKED, data: null },
    ]);
  });

  test('know nothing of another connection, even to the same address', () => {
    const before = { ...state, feeds: [{ ...feed, connectionId: 'b' }] };
    expect(feedsFor(before, settingsOf(connection))).toEqual([fresh]);
  });

  test('are exactly these, in their order', () => {
    expect(feedsFor(state, settingsOf(watched, connection))).toEqual([other, feed]);
    expect(feedsFor(state, settingsOf(watched))).toEqual([other]);
    expect(feedsFor(state, NO_SETTINGS)).toEqual([]);
  });

  test('and those that no connection stands behind are the others', () => {
    expect(withoutConnection(state, settingsOf(watched, connection))).toEqual([]);
    expect(withoutConnection(state, settingsOf(watched))).toEqual([feed]);
    expect(withoutConnection(state, NO_SETTINGS)).toEqual([feed, other]);
  });

  test('never hold a secret', () => {
    const feeds = feedsFor(NO_STATE, settingsOf(connection, watched));
    expect(JSON.stringify(feeds)).not.toContain('secret');
  });
});

test('feeds that changed take the place of what was known; others stay, and none is added', () => {
  const changed = { ...other, isSeen: false };
  expect(withFeeds(state, [changed]).feeds).toEqual([feed, changed]);
  expect(withFeeds(state, [{ ...changed, connectionId: 'removed' }])).toEqual(state);
  expect(state.feeds[1]).toBe(other);
});

test('the timer is the answer of Olie, where there is one', () => {
  expect(timerFeed(state)).toBe(feed);
  expect(timerOf(feed)).toEqual(exampleTimer());
  expect(timerOf(olieFeed({ data: null }))).toBeNull();
  expect(timerFeed({ feeds: [other] })).toBeNull();
  expect(timerOf(null)).toBeNull();
});
