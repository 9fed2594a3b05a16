import { describe, expect, test } from 'vitest';
import { exampleSituation } from '../../../support/examples/example-situation';
import { popupHtml, textOf } from '../../../support/examples/popup-markup';

/** The answer is of Friday, March 13, and the day has 10:35 hours of which 9:57:45 are finished sessions. */
const textAt = (now: string) => {
  const isDayOver = now >= '2026-03-14T03:00:00Z';
  return textOf(popupHtml(exampleSituation({ isDayOver, nowMs: Date.parse(now) })));
};
const count = (text: string, part: string) => text.split(part).length - 1;

test('until midnight, its sessions are those of today', () => {
  const text = textAt('2026-03-13T23:00:00Z');
  expect(text).toContain(' Sessions today 9:57:45 ');
  expect(count(text, '4:38:21')).toBe(1);
});

describe('after midnight, without an answer of the new day', () => {
  test.each(['2026-03-14T03:00:00Z', '2026-03-16T12:00:00Z'])(
    'its sessions stand once, under its date: %s',
    (now) => {
      const text = textAt(now);
      expect(text).not.toContain('Sessions today');
      // As any earlier day, with its total and with what still ran.
      expect(text).toMatch(/ (Friday, March 13|Fri, Mar 13) at least 10:35:40 /);
      expect(text).toContain('5:39 PM – 6:17 PM or later');
      expect(count(text, '4:38:21')).toBe(1);
    },
  );

  test.each([
    ['2026-03-14T03:00:00Z', 'at least 10:35'],
    ['2026-03-16T02:59:59Z', 'at least 10:35'],
    ['2026-03-16T03:00:00Z', '0:00'],
  ])('the week is that of the new day: at %s, %s', (now, total) => {
    expect(textAt(now)).toContain(` This week ${total} · History `);
  });
});
