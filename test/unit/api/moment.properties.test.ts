import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { moment } from '../../../lib/api/wire';
import * as z from '../../../lib/core/zod';
import { seeded } from '../../support/examples/arbitrary';

beforeAll(() => {
  seeded();
});

const two = (number: number) => String(number).padStart(2, '0');

/** The wall clock of an offset in minutes. */
function parts(atMs: number, offset: number) {
  const [date = '', time = ''] = new Date(atMs + offset * 60_000).toISOString().split(/[TZ]/);
  const sign = offset < 0 ? '-' : '+';
  const [hours, minutes] = [two(Math.floor(Math.abs(offset) / 60)), two(Math.abs(offset) % 60)];
  return { date, time, sign, hours, minutes };
}

/** Any spelling of a moment between 1973, before which seconds have too few digits, and 2286. */
const spelled = fc.integer({ min: 100_000_000_000, max: 9_999_999_999_999 }).chain((atMs) => {
  const offset = fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters * 15);
  const calendar = fc
    .record({
      offset,
      t: fc.constantFrom('T', 't', ' '),
      point: fc.constantFrom('.', ','),
      more: fc.constantFrom('', '0', '000', '999999'),
      zone: fc.constantFrom('Z', 'z', ' UTC', '', '+', '+:', ' +:', '+ name'),
      marks: fc.boolean(),
      blanks: fc.constantFrom('', ' ', '\t\n'),
    })
    .map(({ offset, t, point, more, zone, marks, blanks }) => {
      const { date, time, sign, hours, minutes } = parts(atMs, zone.includes('+') ? offset : 0);
      const wall = `${date}${t}${time.replace('.', point)}${more}`;
      const compact = `${date.replaceAll('-', '')}${t}${time.replaceAll(':', '').replace('.', point)}${more}`;
      const to = zone.replace(
        /\+:?/,
        (form) => `${sign}${hours}${form === '+:' ? ':' : ''}${minutes}`,
      );
      return blanks + (marks ? wall : compact) + to + blanks;
    });
  const digits = String(atMs);
  const epoch = fc.constantFrom<unknown>(
    ...[atMs, atMs / 1000, digits, `${digits}000`, `${digits}999999`, ` ${digits} `],
    `${digits.slice(0, -3)}.${digits.slice(-3)}`,
  );
  const php = fc.constantFrom('UTC', '+00:00', 'Z').map((timezone) => {
    const { date, time } = parts(atMs, 0);
    return { date: `${date} ${time}000`, timezone_type: 3, timezone };
  });
  return fc.record({ atMs: fc.constant(atMs), said: fc.oneof(calendar, epoch, php) });
});

test('any spelling of the same moment gives the same moment', () => {
  fc.assert(
    fc.property(spelled, ({ atMs, said }) => {
      expect(z.parse(moment(), said)).toBe(atMs);
    }),
    { numRuns: 2_000 },
  );
});
