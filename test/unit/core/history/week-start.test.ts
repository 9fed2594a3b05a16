import { expect, onTestFinished, test } from 'vitest';
import { firstDayOfWeek } from '../../../../lib/core/history/week-start';

const [MONDAY, SATURDAY, SUNDAY] = [1, 6, 7];

const table = [
  { language: 'en-US', firstDay: SUNDAY },
  { language: 'en', firstDay: SUNDAY },
  { language: 'en-GB', firstDay: MONDAY },
  { language: 'pt-BR', firstDay: SUNDAY },
  { language: 'pt', firstDay: SUNDAY },
  { language: 'es', firstDay: MONDAY },
  { language: 'es-MX', firstDay: SUNDAY },
  { language: 'es-AR', firstDay: MONDAY },
  { language: 'ar-EG', firstDay: SATURDAY },
  { language: 'de', firstDay: MONDAY },
];

test.each(table)('in $language a week begins on day $firstDay', ({ language, firstDay }) => {
  expect(firstDayOfWeek(language)).toBe(firstDay);
});

test.each(table)(
  'so it does where the browser does not know: $language',
  ({ language, firstDay }) => {
    // Newer ones have a function in place of the property; Firefox 140 has neither.
    for (const name of ['weekInfo', 'getWeekInfo']) {
      const known = Object.getOwnPropertyDescriptor(Intl.Locale.prototype, name);
      Object.defineProperty(Intl.Locale.prototype, name, { value: undefined, configurable: true });
      onTestFinished(() => {
        if (known) Object.defineProperty(Intl.Locale.prototype, name, known);
        else Reflect.deleteProperty(Intl.Locale.prototype, name);
      });
    }
    expect(firstDayOfWeek(language)).toBe(firstDay);
  },
);

test('the own choice comes before the language', () => {
  expect(firstDayOfWeek('en-US', MONDAY)).toBe(MONDAY);
});
