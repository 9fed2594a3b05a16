import { describe, expect, test } from 'vitest';
import { userDay } from '../../../entrypoints/background/user-day';
import { NO_STATE } from '../../../lib/core/state/state';
import { olieFeed, runsFeed } from '../../support/examples/example-feed';
import { exampleTimer } from '../../support/examples/example-timer';

const HOUR_MS = 3_600_000;
const at = (iso: string) => Date.parse(iso);
const startIn = (
  feeds: (ReturnType<typeof olieFeed> | ReturnType<typeof runsFeed>)[],
  now: string,
  timeZone = 'Asia/Tokyo',
) => new Date(userDay({ ...NO_STATE, feeds }, at(now), timeZone).startMs).toISOString();

describe("the user's day", () => {
  test("is Olie's, wherever the browser is", () => {
    expect(startIn([olieFeed()], '2026-03-14T02:59:59Z')).toBe('2026-03-13T03:00:00.000Z');
  });

  test("is Olie's as soon as its answer says so, if by the clock it has not begun", () => {
    expect(startIn([olieFeed()], '2026-03-13T02:59:59Z')).toBe('2026-03-13T03:00:00.000Z');
  });

  test('is the next one of that zone once it is over, before Olie has answered', () => {
    expect(startIn([olieFeed()], '2026-03-14T03:00:00Z')).toBe('2026-03-14T03:00:00.000Z');
    expect(startIn([olieFeed()], '2026-03-17T12:00:00Z')).toBe('2026-03-17T03:00:00.000Z');
  });

  test('is that of the zone that was found, when its clock changes', () => {
    const zone = { kind: 'named', timeZone: 'America/New_York' } as const;
    const answeredAtMs = at('2026-10-31T16:00:00Z');
    const data = { ...exampleTimer({ answeredAtMs, totalS: 0, idleS: 12 * 3600 }), zone };
    const feeds = [olieFeed({ data })];
    expect(startIn(feeds, '2026-11-02T04:30:00Z')).toBe('2026-11-01T04:00:00.000Z');
    expect(startIn(feeds, '2026-11-02T05:00:00Z')).toBe('2026-11-02T05:00:00.000Z');
  });

  test("is the browser's where Olie is not connected, or has never answered", () => {
    expect(startIn([], '2026-03-14T02:00:00Z')).toBe('2026-03-13T15:00:00.000Z');
    const silent = olieFeed({ data: null, offsetMs: null });
    expect(startIn([silent], '2026-03-14T02:00:00Z')).toBe('2026-03-13T15:00:00.000Z');
  });

  test('is counted on the clock of a service that has answered, if that is not Olie', () => {
    const zaia = runsFeed({ offsetMs: -26 * HOUR_MS });
    const silent = olieFeed({ data: null, offsetMs: null });
    for (const feeds of [[zaia], [silent, zaia]]) {
      expect(startIn(feeds, '2026-03-14T02:00:00Z')).toBe('2026-03-12T15:00:00.000Z');
    }
    const olie = olieFeed({ data: null, offsetMs: 0 });
    expect(startIn([zaia, olie], '2026-03-14T02:00:00Z')).toBe('2026-03-13T15:00:00.000Z');
  });
});
