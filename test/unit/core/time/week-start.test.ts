import { describe, expect, test, vi } from 'vitest';
import { weekStartOf } from '../../../../lib/core/time/week-start';

const LANGUAGES: [string, number][] = [
  ['en', 7],
  ['en-US', 7],
  ['en-GB', 1],
  ['en-IN', 7],
  ['pt-BR', 7],
  ['es', 1],
  ['es-ES', 1],
  ['es-MX', 7],
  ['es-AR', 1],
  ['de', 1],
  ['ar-EG', 6],
];

describe('weeks begin where', () => {
  test.each(LANGUAGES)('%s is spoken, as the browser says, on day %d', (language, day) => {
    expect(weekStartOf(language)).toBe(day);
  });

  test.each(LANGUAGES)('%s is spoken, if the browser does not say, on day %d', (language, day) => {
    const { region } = new Intl.Locale(language).maximize();
    class WithoutWeeks {
      maximize = () => ({ region });
    }
    vi.spyOn(Intl, 'Locale').mockImplementation(WithoutWeeks as never);
    expect(weekStartOf(language)).toBe(day);
    vi.restoreAllMocks();
  });
});

test('a browser that has it as a property is understood', () => {
  class OlderLocale {
    weekInfo = { firstDay: 6 };
  }
  vi.spyOn(Intl, 'Locale').mockImplementation(OlderLocale as never);
  expect(weekStartOf('en')).toBe(6);
  vi.restoreAllMocks();
});
