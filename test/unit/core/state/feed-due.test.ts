import { describe, expect, test } from 'vitest';
import { FAILURE_KINDS, failure } from '../../../../lib/core/feeds/failure';
import { NEVER_ASKED, type Schedule, type Wish } from '../../../../lib/core/feeds/schedule';
import {
  type Feed,
  heldUntilMs,
  isFeedDue,
  ongoingIn,
  type Scheduled,
  scheduleOf,
} from '../../../../lib/core/state/feed';
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
  ...NEVER_ASKED,
  askedAtMs: NOON_MS - MINUTE_MS,
  dueAtMs: NOON_MS - 30_000,
};
/** A feed that is due now. */
const dueFeed = (feed: Feed, schedule = due): Scheduled => ({ feed, schedule });
/** Told to stay away until five past twelve. */
const paused = (patch: Partial<Schedule> = {}, failed = PAUSE): Scheduled => ({
  feed: workflowFeed({ connectionId: 'paused', failure: failed }),
  schedule: { ...due, dueAtMs: NOON_MS + 5 * MINUTE_MS, ...patch },
});
const isDueAt = (
  one: Scheduled,
  others: Scheduled[],
  nowMs = NOON_MS,
  asker: Wish['asker'] = 'alarm',
) => isFeedDue(one, [...others, one], wish(asker), nowMs);

test('a feed without a schedule was never asked', () => {
  expect(scheduleOf({ a: due }, olieFeed())).toBe(due);
  expect(scheduleOf({ a: due }, workflowFeed())).toBe(NEVER_ASKED);
});

describe('what has ended', () => {
  const ends = ['workflow_succeeded', 'workflow_failed', 'workflow_cancelled'];

  test.each(ends)('is not asked again: %s', (status) => {
    const ended = dueFeed(workflowFeed({ data: workflow(status) }));
    expect(isDueAt(ended, [])).toBe(false);
    expect(isDueAt(ended, [], NOON_MS, 'popup')).toBe(false);
    expect(isDueAt(ended, [], NOON_MS + 1000 * MINUTE_MS)).toBe(false);
    expect(isDueAt(ended, [], NOON_MS, 'user')).toBe(false);
    expect(ongoingIn(ended.feed)).toBe(0);
  });

  test.each(['workflow_running', 'awaiting_payment', 'of_a_later_version'])(
    'is not %s',
    (status) => {
      const feed = workflowFeed({ data: workflow(status) });
      expect(isDueAt(dueFeed(feed), [])).toBe(true);
      expect(ongoingIn(feed)).toBe(1);
    },
  );

  test('is never a timer, nor what has not answered yet', () => {
    expect(isDueAt(dueFeed(olieFeed()), [])).toBe(true);
    expect(isDueAt(dueFeed(workflowFeed({ data: null })), [])).toBe(true);
    expect(ongoingIn(workflowFeed({ data: null }))).toBe(0);
    expect(ongoingIn(olieFeed())).toBe(0);
  });
});

describe('a host that asks for a pause', () => {
  test('has it from all its feeds, whoever asks, and no longer than it asked', () => {
    const other = dueFeed(workflowFeed({ address: 'https://api.b3os.org/v2' }));
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
    const other = dueFeed(workflowFeed({ address }));
    expect(heldUntilMs(other.feed, [paused(), other], NOON_MS)).toBe(0);
    expect(isDueAt(other, [paused()])).toBe(true);
  });

  test('holds by its longest pause, and by that of a service of another kind too', () => {
    const later = paused({ dueAtMs: NOON_MS + 9 * MINUTE_MS });
    const timer = dueFeed(olieFeed({ address: 'https://api.b3os.org' }));
    const heldMs = heldUntilMs(timer.feed, [paused(), timer, later], NOON_MS);
    expect(heldMs).toBe(NOON_MS + 9 * MINUTE_MS);
    expect(isDueAt(timer, [paused(), later])).toBe(false);
  });

  test('has it for as long as it asked, although the feed that it told is asked later still', () => {
    const asked = paused({ pausedUntilMs: NOON_MS + 2 * MINUTE_MS });
    const other = dueFeed(workflowFeed());
    expect(isDueAt(other, [asked], NOON_MS + 2 * MINUTE_MS - 1)).toBe(false);
    expect(isDueAt(other, [asked], NOON_MS + 2 * MINUTE_MS)).toBe(true);
  });

  test('has it from a feed that has not failed, and was told so beside its answer', () => {
    const answered = paused({ pausedUntilMs: NOON_MS + 2 * MINUTE_MS });
    const told = { ...answered, feed: { ...answered.feed, failure: null } };
    const other = dueFeed(workflowFeed());
    expect(isDueAt(other, [told], NOON_MS + 2 * MINUTE_MS - 1)).toBe(false);
    expect(isDueAt(other, [told], NOON_MS + 2 * MINUTE_MS)).toBe(true);
    const healthy = { ...told, schedule: { ...told.schedule, pausedUntilMs: null } };
    expect(isDueAt(other, [healthy])).toBe(true);
  });

  test('has it no longer where the clock was set back to before it', () => {
    const told = paused({ askedAtMs: NOON_MS + 2 * 60 * MINUTE_MS });
    const other = dueFeed(workflowFeed({ address: 'https://api.b3os.org/v2' }));
    expect(isDueAt(other, [told])).toBe(true);
  });

  test('does not hold by the feed itself: its own due time does', () => {
    const told = paused();
    expect(heldUntilMs(told.feed, [told], NOON_MS)).toBe(0);
    expect(isDueAt(told, [])).toBe(false);
    expect(isDueAt(told, [], NOON_MS + 5 * MINUTE_MS)).toBe(true);
  });

  test.each(FAILURE_KINDS.filter((kind) => kind !== 'too-many-requests'))(
    'is not one that fails with "%s"',
    (kind) => {
      const other = dueFeed(workflowFeed());
      expect(isDueAt(other, [paused({}, failure(kind))])).toBe(true);
    },
  );
});

test('without the permission nothing is asked, not even by the user: the browser would refuse', () => {
  const forbidden = dueFeed(olieFeed({ failure: failure('permission') }));
  for (const asker of ['alarm', 'popup', 'user'] as const) {
    expect(isDueAt(forbidden, [], NOON_MS, asker), asker).toBe(false);
  }
});
