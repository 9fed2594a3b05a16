import { describe, expect, test } from 'vitest';
import { failure } from '../../../../lib/core/feeds/failure';
import type { Feed } from '../../../../lib/core/state/feed';
import { isForbidden, NO_STATE, serverOffset } from '../../../../lib/core/state/state';
import { olieFeed, workflowFeed } from '../../../support/examples/example-feed';

test('an address is forbidden if one of its feeds was, when it was to be asked', () => {
  const forbidden = workflowFeed({ failure: failure('permission') });
  const state = {
    ...NO_STATE,
    feeds: [olieFeed(), workflowFeed({ connectionId: 'x' }), forbidden],
  };
  expect(isForbidden(state, forbidden.address)).toBe(true);
  expect(isForbidden(state, olieFeed().address)).toBe(false);
  expect(isForbidden(state, 'https://elsewhere.example')).toBe(false);
  expect(isForbidden(NO_STATE, forbidden.address)).toBe(false);
});

describe("how far the service's clock is ahead", () => {
  const offset = (...feeds: Feed[]) => serverOffset({ feeds });

  test('is what the timer says, wherever it stands', () => {
    expect(offset(workflowFeed({ offsetMs: 7 }), olieFeed({ offsetMs: -5 }))).toBe(-5);
  });

  test('is what any other says while the timer never answered', () => {
    const silent = olieFeed({ offsetMs: null });
    expect(offset(silent, workflowFeed({ offsetMs: null }), workflowFeed({ offsetMs: 7 }))).toBe(7);
    expect(offset(workflowFeed({ offsetMs: 7 }))).toBe(7);
  });

  test('is nothing before the first answer', () => {
    expect(offset()).toBe(0);
    expect(offset(olieFeed({ offsetMs: null }))).toBe(0);
  });
});
