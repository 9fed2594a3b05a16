import { describe, expect, test } from 'vitest';
import { failure } from '../../../lib/core/failure';
import { NEVER_ASKED } from '../../../lib/core/schedule';
import {
  NO_STATE,
  type OlieFeed,
  olieFeedFor,
  parseState,
  type State,
} from '../../../lib/core/state';
import { exampleTimer } from '../../support/example-timer';

const connection = {
  id: 'a',
  address: 'https://api.olie.ai',
  token: 'secret',
  executionId: 'first',
};
const feed: OlieFeed = {
  connectionId: 'a',
  address: 'https://api.olie.ai',
  executionId: 'followed',
  schedule: { askedAtMs: 5, dueAtMs: null, failures: 2, oldAtMs: 9 },
  failure: failure('token-refused', 'Unauthenticated.'),
  offsetMs: -93_600_200,
  timer: exampleTimer(),
};
const state: State = { ...NO_STATE, olie: feed };

test('a state survives storage', () => {
  expect(parseState(JSON.parse(JSON.stringify(state)))).toEqual(state);
});

describe('what cannot be read is simply not known', () => {
  test.each([
    { what: 'nothing', stored: undefined },
    { what: 'null', stored: null },
    { what: 'a text', stored: 'state' },
    { what: 'another version', stored: { ...state, version: 2 } },
    { what: 'a feed without its schedule', stored: { ...state, olie: { connectionId: 'a' } } },
    {
      what: 'a kind of failure of a later version',
      stored: { ...state, olie: { ...feed, failure: { kind: 'new' } } },
    },
  ])('$what', ({ stored }) => {
    expect(parseState(stored)).toEqual(NO_STATE);
  });
});

describe('the feed for a connection', () => {
  const fresh: OlieFeed = {
    connectionId: 'a',
    address: 'https://api.olie.ai',
    executionId: 'first',
    schedule: NEVER_ASKED,
    failure: null,
    offsetMs: null,
    timer: null,
  };

  test('is the known one where it was asked with it', () => {
    expect(olieFeedFor(feed, connection)).toBe(feed);
  });

  test('is a new one where there is none', () => {
    expect(olieFeedFor(null, connection)).toEqual(fresh);
  });

  test('knows nothing of another connection, even to the same address', () => {
    expect(olieFeedFor({ ...feed, connectionId: 'b' }, connection)).toEqual(fresh);
  });

  test('never holds the token', () => {
    expect(JSON.stringify(olieFeedFor(null, connection))).not.toContain('secret');
  });
});
