import { describe, expect, test } from 'vitest';
import { serviceOf } from '../../../../lib/core/services';
import type { Connection } from '../../../../lib/core/settings/settings';
import {
  dayToldBy,
  endedBadly,
  fitted,
  nameOf,
  newFeed,
  pauseEndMs,
  seen,
} from '../../../../lib/core/state/feed';
import {
  answeredSchedule,
  olieFeed,
  runsFeed,
  workflow,
  workflowFeed,
} from '../../../support/examples/example-feed';
import { ANSWERED_AT_MS } from '../../../support/examples/example-timer';

test('every service is found under its own name', () => {
  for (const name of ['olie', 'b3os', 'zaia']) expect(serviceOf(name)?.kind).toBe(name);
  for (const name of ['later', 'constructor', '']) expect(serviceOf(name)).toBeUndefined();
});

test('a feed is called as the user calls it, otherwise as it calls itself', () => {
  expect(nameOf(workflowFeed({ label: 'Order 7' }))).toBe('Order 7');
  expect(nameOf(workflowFeed())).toBe('exe');
});

describe('the feed of a connection that was never asked', () => {
  const olie: Connection = {
    ...{ id: 'a', kind: 'olie', address: 'https://api.olie.ai' },
    ...{ token: 'secret', executionId: 'first' },
  };
  const watched: Connection = {
    ...{ id: 'w', kind: 'b3os', address: 'https://api.b3os.org', label: 'Order 7' },
    ...{ executionId: 'exe', token: 'client secret', apiKey: 'api secret' },
  };

  test('knows nothing yet', () => {
    expect(newFeed(olie)).toEqual({
      connectionId: 'a',
      kind: 'olie',
      address: 'https://api.olie.ai',
      label: '',
      reference: 'first',
      failure: null,
      offsetMs: null,
      learntAtMs: null,
      isSeen: false,
      etag: null,
      data: null,
    });
    expect(newFeed(watched)).toMatchObject({ label: 'Order 7', reference: 'exe', data: null });
  });

  test('never holds a secret', () => {
    expect(JSON.stringify([newFeed(olie), newFeed(watched)])).not.toContain('secret');
  });
});

test("the user's day is told by a service that counts days, once it has answered", () => {
  expect(dayToldBy(olieFeed(), 'America/Sao_Paulo')).toEqual({
    startMs: Date.parse('2026-03-13T03:00:00Z'),
    endMs: Date.parse('2026-03-14T03:00:00Z'),
    zone: { kind: 'named', timeZone: 'America/Sao_Paulo' },
  });
  expect(dayToldBy(olieFeed({ data: null }), 'America/Sao_Paulo')).toBeNull();
  expect(dayToldBy(workflowFeed(), 'America/Sao_Paulo')).toBeNull();
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

describe('the pause that a service asked for', () => {
  const END_MS = ANSWERED_AT_MS + 60_000;
  const end = (nowMs: number, pausedUntilMs: number | null = END_MS, offsetMs: number | null = 0) =>
    pauseEndMs(olieFeed({ offsetMs }), { a: answeredSchedule({ pausedUntilMs }) }, nowMs);

  test('lasts to its end', () => {
    expect(end(END_MS - 1)).toBe(END_MS);
    expect(end(END_MS)).toBeNull();
    expect(end(ANSWERED_AT_MS)).toBe(END_MS);
  });

  test("is told on the service's clock", () => {
    expect(end(END_MS - 1, END_MS, 5000)).toBe(END_MS + 5000);
    expect(end(END_MS - 1, END_MS, null)).toBe(END_MS);
  });

  test('is none if none was asked for, or nothing was ever asked', () => {
    expect(end(0, null)).toBeNull();
    expect(pauseEndMs(olieFeed(), {}, 0)).toBeNull();
  });

  test('does not hold after the clock was set back', () => {
    expect(end(ANSWERED_AT_MS - 1)).toBeNull();
  });

  test('holds if it is not known when it was asked for', () => {
    const schedules = { a: answeredSchedule({ askedAtMs: null, pausedUntilMs: END_MS }) };
    expect(pauseEndMs(olieFeed(), schedules, END_MS - 1)).toBe(END_MS);
  });
});

describe('a feed for what its connection follows now', () => {
  const zaia = {
    ...{ id: 'z', kind: 'zaia' as const, address: 'https://api.endless.zaia.app', token: 'k' },
    ...{ responderIds: [], show: 10 },
  };

  test('has what is followed, without what was known of it', () => {
    const { data } = fitted(runsFeed(), { ...zaia, followed: ['r9'] });
    expect(data).toMatchObject({ followed: [{ id: 'r9', run: null }] });
  });

  test('is the same if nothing is to be changed', () => {
    const unanswered = runsFeed({ data: null });
    expect(fitted(unanswered, { ...zaia, followed: ['r9'] })).toBe(unanswered);
    const timer = olieFeed();
    const olie = { ...{ id: 'a', kind: 'olie' as const, address: timer.address, token: 't' } };
    expect(fitted(timer, { ...olie, executionId: 'x' })).toBe(timer);
  });
});
