import { describe, expect, test } from 'vitest';
import { runningFrom, standing } from '../../../lib/core/clock';
import { failure } from '../../../lib/core/failure';
import {
  afterAnswer,
  afterAsking,
  isDue,
  NEVER_ASKED,
  nextInSlotMs,
} from '../../../lib/core/schedule';
import { slotOf } from '../../../lib/core/slot';

const NOON_MS = Date.parse('2026-03-13T12:00:00Z');
/** Hexadecimal 7530 is 30000. */
const ID = '7530-4c1b';

describe('a place of its own in the tick has who turns with others', () => {
  test.each([
    { what: 'a start on the whole minute', startMs: 0, intervalS: 60, slotMs: 30_000 },
    { what: 'one with a fraction of a second', startMs: 999, intervalS: 60, slotMs: 30_000 },
    { what: 'one second later', startMs: 1000, intervalS: 60, slotMs: undefined },
    { what: 'one second earlier', startMs: -1000, intervalS: 60, slotMs: undefined },
    { what: 'half a minute later', startMs: 30_000, intervalS: 60, slotMs: undefined },
    { what: 'half a minute later, with half the tick', startMs: 30_000, intervalS: 30, slotMs: 0 },
    { what: 'a long interval', startMs: 0, intervalS: 900, slotMs: 30_000 },
  ])('$what: $slotMs', ({ startMs, intervalS, slotMs }) => {
    expect(slotOf(runningFrom(NOON_MS + startMs), ID, intervalS)).toBe(slotMs);
  });

  test('and not where nothing turns', () => {
    expect(slotOf(null, ID, 60)).toBeUndefined();
    expect(slotOf(standing(0), ID, 60)).toBeUndefined();
  });

  test('it is elsewhere for another id, and within the tick for any', () => {
    const slots = Array.from({ length: 600 }, (_, index) => {
      const id = (index * 2_654_435_761).toString(16).slice(0, 8);
      return slotOf(runningFrom(NOON_MS), id, 60) ?? Number.NaN;
    });
    expect(slots.every((slot) => slot >= 0 && slot < 60_000)).toBe(true);
    const sixths = [0, 1, 2, 3, 4, 5].map(
      (sixth) => slots.filter((slot) => Math.floor(slot / 10_000) === sixth).length,
    );
    expect(Math.min(...sixths)).toBeGreaterThan(70);
    expect(slotOf(runningFrom(NOON_MS), 'zebra', 60)).toBe(0);
  });
});

test.each([
  { from: '12:00:00', next: '12:00:20' },
  { from: '12:00:20', next: '12:00:20' },
  { from: '12:00:21', next: '12:01:20' },
])('from $from on, 20 s into the minute is next at $next', ({ from, next }) => {
  const fromMs = Date.parse(`2026-03-13T${from}Z`);
  expect(nextInSlotMs(20_000, 60, fromMs)).toBe(Date.parse(`2026-03-13T${next}Z`));
});

describe('with a place 20 s into the minute, asked at 12:00:20', () => {
  const askedAtMs = Date.parse('2026-03-13T12:00:20Z');
  const asked = afterAsking(NEVER_ASKED, askedAtMs, 60);
  const schedule = afterAnswer(asked, askedAtMs, 60, NOON_MS + 86_400_000);
  const wish = { asker: 'alarm' as const, sinceMs: 0, intervalS: 60, slotMs: 20_000 };

  test.each([
    { at: '12:00:45', due: false, why: 'too soon' },
    { at: '12:01:00', due: false, why: 'the turn is for the badge' },
    { at: '12:01:19', due: false, why: 'not yet' },
    { at: '12:01:20', due: true, why: 'there' },
    { at: '12:01:21', due: true, why: 'a worker that was busy' },
    { at: '12:01:22', due: false, why: 'missed: the next one will do' },
    { at: '12:02:00', due: false, why: 'missed once' },
    { at: '12:02:20', due: true, why: 'there again' },
    { at: '12:03:00', due: true, why: 'missed twice' },
    { at: '20:00:00', due: true, why: 'a night later' },
  ])('an alarm at $at asks: $due ($why)', ({ at, due }) => {
    expect(isDue(schedule, null, wish, Date.parse(`2026-03-13T${at}Z`))).toBe(due);
  });

  test.each([
    { at: '12:00:50', due: false },
    { at: '12:01:00', due: false },
    { at: '12:01:20', due: true },
  ])('also after a failure, at $at: $due', ({ at, due }) => {
    const failed = { ...asked, failures: 1, dueAtMs: askedAtMs + 40_000 };
    const cause = failure('network');
    expect(isDue(failed, cause, wish, Date.parse(`2026-03-13T${at}Z`))).toBe(due);
  });

  test('popup and user do not wait for it', () => {
    const atMs = Date.parse('2026-03-13T12:01:00Z');
    const failed = { ...asked, failures: 1, dueAtMs: atMs };
    expect(isDue(schedule, null, { ...wish, asker: 'popup' }, atMs)).toBe(true);
    expect(isDue(failed, failure('network'), { ...wish, asker: 'popup' }, atMs)).toBe(true);
    const button = { ...wish, asker: 'user' as const, sinceMs: atMs };
    expect(isDue(schedule, null, button, atMs)).toBe(true);
  });
});
