import { describe, expect, test } from 'vitest';
import { clockText, createFormat, isoDuration, isoMoment } from '../../../../lib/core/time/format';
import type { Zone } from '../../../../lib/core/time/time-zone';

const AT_MS = Date.parse('2026-03-13T20:39:59.750Z');
const zone: Zone = { kind: 'named', timeZone: 'America/Sao_Paulo' };
/** Newer ICU data puts a narrow no-break space before "PM", or a no-break one between number and unit. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test.each([
  { seconds: 0, text: '0:00:00' },
  { seconds: 59, text: '0:00:59' },
  { seconds: 2275, text: '0:37:55' },
  { seconds: 38_140, text: '10:35:40' },
  { seconds: 86_399, text: '23:59:59' },
  { seconds: 86_400, text: '24:00:00' },
  { seconds: 360_000, text: '100:00:00' },
])('$seconds s on the clock are $text', ({ seconds, text }) => {
  expect(clockText(seconds)).toBe(text);
});

test('machines read whole seconds and moments in UTC', () => {
  expect(isoDuration(2275)).toBe('PT2275S');
  expect(isoMoment(AT_MS)).toBe('2026-03-13T20:39:59.750Z');
});

describe('a duration is spoken in words', () => {
  test.each([
    ['en', 2275, '37 minutes 55 seconds'],
    ['en', 38_140, '10 hours 35 minutes 40 seconds'],
    ['en', 3601, '1 hour 1 second'],
    ['en', 60, '1 minute'],
    ['en', 0, '0 seconds'],
    ['en', 90_000, '25 hours'],
    ['pt-BR', 2275, '37 minutos 55 segundos'],
    ['pt-BR', 3661, '1 hora 1 minuto 1 segundo'],
    ['pt-BR', 0, '0 segundo'],
  ])('in %s %d s are "%s"', (language, seconds, text) => {
    expect(plain(createFormat(language).spoken(seconds))).toBe(text);
  });
});

describe('an age is told in its largest whole unit', () => {
  // The short words for units differ between versions of ICU.
  test.each([
    ['en', 1, /^1 ?s\D* ago$/],
    ['en', 12, /^12 ?s\D* ago$/],
    ['en', 59, /^59 ?s\D* ago$/],
    ['en', 60, /^1 ?m\D* ago$/],
    ['en', 3599, /^59 ?m\D* ago$/],
    ['en', 3600, /^1 ?h\D* ago$/],
    ['en', 86_399, /^23 ?h\D* ago$/],
    ['en', 86_400, /^1 ?d\D* ago$/],
    ['en', 172_800, /^2 ?d\D* ago$/],
    ['pt-BR', 12, /^há 12 s/],
    ['pt-BR', 180, /^há 3 m/],
    ['pt-BR', 3600, /^há 1 h/],
  ])('in %s %d s are %s', (language, seconds, text) => {
    expect(plain(createFormat(language).ago(seconds))).toMatch(text);
  });
});

test.each([
  ['en', 0, 'now'],
  ['en', -5, 'now'],
  ['pt-BR', 0, 'agora'],
])('in %s %d s ago are "%s"', (language, seconds, text) => {
  expect(createFormat(language).ago(seconds)).toBe(text);
});

describe('times of day are on the wall clock of the zone', () => {
  test.each([
    ['en', '5:39 PM', '5:39:59 PM'],
    ['en-GB', '17:39', '17:39:59'],
    ['pt-BR', '17:39', '17:39:59'],
  ])('in %s', (language, short, long) => {
    const format = createFormat(language);
    expect(plain(format.timeOfDay(AT_MS, zone))).toBe(short);
    expect(plain(format.timeOfDayWithSeconds(AT_MS, zone))).toBe(long);
  });

  test('of a fixed offset too', () => {
    const kathmandu: Zone = { kind: 'fixed', offsetMs: 5.75 * 3_600_000 };
    expect(createFormat('en-GB').timeOfDay(AT_MS, kathmandu)).toBe('02:24');
  });
});

test.each([
  ['en', 'Friday, March 13'],
  ['en-GB', 'Friday 13 March'],
  ['pt-BR', 'sexta-feira, 13 de março'],
])('in %s the day is %s', (language, text) => {
  expect(createFormat(language).date(AT_MS, zone)).toBe(text);
});

test.each([
  ['en', 'Fri, Mar 13', '5:39:59 PM'],
  ['pt-BR', 'sex., 13 de mar.', '17:39:59'],
  ['es', 'vie, 13 mar', '17:39:59'],
])('in %s a short date and a time with seconds', (language, date, time) => {
  const format = createFormat(language);
  expect(format.shortDate(AT_MS, zone)).toBe(date);
  expect(plain(format.timeOfDayWithSeconds(AT_MS, zone))).toBe(time);
});

test.each([
  [12, '12'],
  [12.4, '12.4'],
  [0.125, '0.13'],
  [1234.5, '1,234.5'],
])('credits have at most two decimals: %d', (credits, text) => {
  expect(createFormat('en').credits(credits)).toBe(text);
});

test('the date is the one of the zone, not of UTC', () => {
  const beforeMidnight = Date.parse('2026-03-14T02:59:59Z');
  expect(createFormat('en-GB').date(beforeMidnight, zone)).toBe('Friday 13 March');
});

test.each([
  ['en', '58%', '31.60', '1,234.50'],
  ['pt-BR', '58%', '31,60', '1.234,50'],
])('numbers are written as in %s', (language, share, amount, large) => {
  const format = createFormat(language);
  expect(plain(format.percent(0.579))).toBe(share);
  expect(format.decimal(31.597)).toBe(amount);
  expect(format.decimal(1234.5)).toBe(large);
});

test.each([
  ['en', ['12 AM', '6 AM', '12 PM', '6 PM', '12 AM']],
  ['en-GB', ['00', '06', '12', '18', '24']],
  ['pt-BR', ['00', '06', '12', '18', '24']],
  ['de', ['00', '06', '12', '18', '24']],
  ['fr', ['00', '06', '12', '18', '24']],
  ['es', ['0', '6', '12', '18', '24']],
  ['ja', ['0', '6', '12', '18', '24']],
  ['ko', ['AM 12', 'AM 6', 'PM 12', 'PM 6', 'AM 12']],
])('marks of hours as the clock of %s has them', (language, marks) => {
  const { hourMark } = createFormat(language);
  expect([0, 6, 12, 18, 24].map((hour) => plain(hourMark(hour)))).toEqual(marks);
});

describe('as the user wants them', () => {
  const zone = { kind: 'named', timeZone: 'America/Sao_Paulo' } as const;
  const at = (language: string, hours: 'language' | '12' | '24') => {
    const format = createFormat(language, { hours });
    return [format.timeOfDay(AT_MS, zone), format.hourMark(18), format.hourMark(24)].map(plain);
  };

  test('times of day have 12 or 24 hours', () => {
    expect(at('en', 'language')).toEqual(['5:39 PM', '6 PM', '12 AM']);
    expect(at('en', '24')).toEqual(['17:39', '18', '24']);
    expect(at('pt-BR', '24')).toEqual(['17:39', '18', '24']);
    expect(at('pt-BR', '12')).toEqual(['05:39 PM', '6 PM', '12 AM']);
  });

  test('midnight is 00:00 in 24 hours, in every language', () => {
    const midnightMs = Date.UTC(2026, 2, 13, 3);
    for (const language of ['en', 'pt-BR', 'es', 'fr', 'ja']) {
      const { timeOfDay } = createFormat(language, { hours: '24' });
      expect(plain(timeOfDay(midnightMs, zone)), language).toMatch(/^0?0:00$/);
    }
  });

  test('durations are clocks or decimals', () => {
    const clock = createFormat('en');
    expect([clock.duration(38_140), clock.hours(38_140)]).toEqual(['10:35:40', '10:35']);
    expect(clock.minutes(38_140)).toBe('10:35');
    const english = createFormat('en', { durations: 'decimal' });
    expect([english.duration(38_140), english.hours(38_140)]).toEqual(['10.59 h', '10.59']);
    expect(english.minutes(38_140)).toBe('10.59 h');
    const portuguese = createFormat('pt-BR', { durations: 'decimal' });
    expect([portuguese.duration(5_400), portuguese.hours(0)]).toEqual(['1,50 h', '0,00']);
  });
});
