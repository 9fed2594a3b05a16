import { describe, expect, test } from 'vitest';
import { failure } from '../../../../lib/core/feeds/failure';
import type { Schedule } from '../../../../lib/core/feeds/schedule';
import type { Feed, Scheduled } from '../../../../lib/core/state/feed';
import { newestOngoing } from '../../../../lib/core/state/live';
import {
  answeredSchedule,
  olieFeed,
  runsFeed,
  workflow,
  workflowFeed,
} from '../../../support/examples/example-feed';
import { ANSWERED_AT_MS } from '../../../support/examples/example-timer';

const NOW_MS = ANSWERED_AT_MS + 1000;

function watched(id: string, createdAtMs: number | null, patch: Partial<Feed> = {}): Scheduled {
  const data = workflow('workflow_running', { createdAtMs });
  return scheduled(workflowFeed({ connectionId: id, data, ...(patch as object) }));
}

function scheduled(feed: Feed, patch: Partial<Schedule> = {}): Scheduled {
  return { feed, schedule: answeredSchedule(patch) };
}

const listened = (...all: Scheduled[]) =>
  newestOngoing(all, NOW_MS).map(({ feed }) => feed.connectionId);

test('the newest come first, at most four', () => {
  const all = [3, 1, 5, 2, 4].map((createdAtMs) => watched(`w${createdAtMs}`, createdAtMs));
  expect(listened(...all)).toEqual(['w5', 'w4', 'w3', 'w2']);
});

test('of those that were created at the same time, the one that was added last comes first', () => {
  expect(listened(watched('a', 7), watched('b', 7), watched('c', 7))).toEqual(['c', 'b', 'a']);
});

test('one without a time of its creation is listened to, after the others', () => {
  expect(listened(watched('unknown', null), watched('known', 1))).toEqual(['known', 'unknown']);
});

test('services without a stream are not listened to', () => {
  expect(listened(scheduled(olieFeed()), scheduled(runsFeed()), watched('w', 1))).toEqual(['w']);
});

describe('not listened to is what', () => {
  test('has ended', () => {
    const data = workflow('workflow_succeeded', { createdAtMs: 1 });
    expect(listened(scheduled(workflowFeed({ data })))).toEqual([]);
  });

  test('was never answered', () => {
    expect(listened(scheduled(workflowFeed({ data: null })))).toEqual([]);
  });

  test('failed', () => {
    expect(listened(watched('w', 1, { failure: failure('network') }))).toEqual([]);
  });

  test('is of a host that asked another feed for a pause, until the pause is over', () => {
    const pausing = (pausedUntilMs: number) =>
      scheduled(workflowFeed({ connectionId: 'p', data: null }), { pausedUntilMs });
    expect(listened(watched('w', 1), pausing(NOW_MS + 1))).toEqual([]);
    expect(listened(watched('w', 1), pausing(NOW_MS))).toEqual(['w']);
  });
});
