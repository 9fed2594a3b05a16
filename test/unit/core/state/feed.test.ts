import { describe, expect, test } from 'vitest';
import { FAILURE_KINDS, failure } from '../../../../lib/core/feeds/failure';
import type { Schedule, Wish } from '../../../../lib/core/feeds/schedule';
import { feedKind } from '../../../../lib/core/services';
import {
  endedBadly,
  goingOnIn,
  heldUntilMs,
  isFeedDue,
  nameOf,
  seen,
} from '../../../../lib/core/state/feed';
import type { Feed } from '../../../../lib/core/state/state';
import { olieFeed, workflow, workflowFeed } from '../../../support/examples/example-feed';

const NOON_MS = Date.parse('2026-03-13T12:00:00Z');
const MINUTE_MS = 60_000;
const PAUSE = failure('too-many-requests');
const wish = (asker: Wish['asker'] = 'alarm'): Wish => ({
  asker,
  sinceMs: Number.MAX_SAFE_INTEGER,
  intervalS: 60,
});
const due: Schedule = {
  askedAtMs: NOON_MS - MINUTE_MS,
  dueAtMs: NOON_MS - 30_000,
  failures: 0,
  answeredAtMs: null,
  oldAtMs: null,
};
/** Told to stay away until five past twelve. */
const paused = (patch: Partial<Feed> = {}) =>
  workflowFeed({
    connectionId: 'paused',
    failure: PAUSE,
    schedule: { ...due, dueAtMs: NOON_MS + 5 * MINUTE_MS },
    ...patch,
  });
const isDueAt = (feed: Feed, others: Feed[], nowMs = NOON_MS, asker: Wish['asker'] = 'alarm') =>
  isFeedDue(feed, [...others, feed], wish(asker), nowMs);

test('every service has a kind of feed, under its own name', () => {
  for (const name of ['olie', 'b3os', 'zaia']) expect(feedKind(name)?.kind).toBe(name);
  for (const name of ['later', 'constructor', '']) expect(feedKind(name)).toBeUndefined();
});

test('a feed is called as the user calls it, otherwise as it calls itself', () => {
  expect(nameOf(workflowFeed({ label: 'Order 7' }))).toBe('Order 7');
  expect(nameOf(workflowFeed())).toBe('exe');
});

describe('what has ended', () => {
  const ends = ['workflow_succeeded', 'workflow_failed', 'workflow_cancelled'];

  test.each(ends)('is not asked again: %s', (status) => {
    const ended = workflowFeed({ data: workflow(status), schedule: due });
    expect(isDueAt(ended, [])).toBe(false);
    expect(isDueAt(ended, [], NOON_MS, 'popup')).toBe(false);
    expect(isDueAt(ended, [], NOON_MS + 1000 * MINUTE_MS)).toBe(false);
    expect(isDueAt(ended, [], NOON_MS, 'user')).toBe(false);
    expect(goingOnIn(ended)).toBe(0);
  });

  test.each(['workflow_running', 'awaiting_payment', 'of_a_later_version'])(
    'is not %s',
    (status) => {
      const feed = workflowFeed({ data: workflow(status), schedule: due });
      expect(isDueAt(feed, [])).toBe(true);
      expect(goingOnIn(feed)).toBe(1);
    },
  );

  test('is never a timer, nor what has not answered yet', () => {
    expect(isDueAt(olieFeed({ schedule: due }), [])).toBe(true);
    expect(isDueAt(workflowFeed({ data: null, schedule: due }), [])).toBe(true);
    expect(goingOnIn(workflowFeed({ data: null }))).toBe(0);
    expect(goingOnIn(olieFeed())).toBe(0);
  });
});

describe('a host that asks for a pause', () => {
  test('has it from all its feeds, whoever asks, and no longer than it asked', () => {
    const other = workflowFeed({ schedule: due, address: 'https://api.b3os.org/v2' });
    for (const asker of ['alarm', 'popup', 'user'] as const) {
      expect(isDueAt(other, [paused()], NOON_MS, asker)).toBe(false);
      expect(isDueAt(other, [paused()], NOON_MS + 5 * MINUTE_MS - 1, asker)).toBe(false);
      expect(isDueAt(other, [paused()], NOON_MS + 5 * MINUTE_MS, asker)).toBe(true);
    }
  });

  test.each([
    'https://api.b3os.org:8443',
    'http://api.b3os.org',
    'https://b3os.org',
    'https://api.olie.ai',
  ])('has it from no other: %s', (address) => {
    const other = workflowFeed({ schedule: due, address });
    expect(heldUntilMs(other, [paused(), other], NOON_MS)).toBe(0);
    expect(isDueAt(other, [paused()])).toBe(true);
  });

  test('holds by its longest pause, and by that of a service of another kind too', () => {
    const later = paused({ schedule: { ...due, dueAtMs: NOON_MS + 9 * MINUTE_MS } });
    const timer = olieFeed({ address: 'https://api.b3os.org', schedule: due });
    expect(heldUntilMs(timer, [paused(), timer, later], NOON_MS)).toBe(NOON_MS + 9 * MINUTE_MS);
    expect(isDueAt(timer, [paused(), later])).toBe(false);
  });

  test('has it no longer where the clock was set back to before it', () => {
    const asked = { ...due, askedAtMs: NOON_MS + 2 * 60 * MINUTE_MS };
    const other = workflowFeed({ schedule: due, address: 'https://api.b3os.org/v2' });
    expect(isDueAt(other, [paused({ schedule: asked })])).toBe(true);
  });

  test('does not hold by the feed itself: its own due time does', () => {
    const feed = paused();
    expect(heldUntilMs(feed, [feed], NOON_MS)).toBe(0);
    expect(isDueAt(feed, [])).toBe(false);
    expect(isDueAt(feed, [], NOON_MS + 5 * MINUTE_MS)).toBe(true);
  });

  test.each(FAILURE_KINDS.filter((kind) => kind !== 'too-many-requests'))(
    'is not one that fails with "%s"',
    (kind) => {
      const feed = workflowFeed({ schedule: due });
      expect(isDueAt(feed, [paused({ failure: failure(kind) })])).toBe(true);
    },
  );
});

describe('what ended badly', () => {
  const bad = workflowFeed({ data: workflow('workflow_failed') });

  test('is seen once the popup was opened', () => {
    expect(endedBadly(bad)).toBe(true);
    expect(seen(bad)).toEqual({ ...bad, isSeen: true });
    expect(seen(seen(bad))).toEqual({ ...bad, isSeen: true });
  });

  test.each([
    workflowFeed(),
    workflowFeed({ data: null }),
    workflowFeed({ data: workflow('workflow_succeeded') }),
    workflowFeed({ data: workflow('workflow_cancelled') }),
    olieFeed(),
  ])('is not: $kind, $data.status', (feed) => {
    expect(endedBadly(feed)).toBe(false);
    // The very same one: nothing is to be stored.
    expect(seen(feed)).toBe(feed);
  });
});
