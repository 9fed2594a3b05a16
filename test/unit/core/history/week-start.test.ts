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

/** What the browser itself knows of weeks, until the end of the test. */
function browserKnows(info: { weekInfo?: unknown; getWeekInfo?: unknown }) {
  // Newer ones have a function in place of the property; Firefox 140 has neither.
  for (const name of ['weekInfo', 'getWeekInfo'] as const) {
    const known = Object.getOwnPropertyDescriptor(Intl.Locale.prototype, name);
    const value = info[name];
    Object.defineProperty(Intl.Locale.prototype, name, { value, configurable: true });
    onTestFinished(() => {
      if (known) Object.defineProperty(Intl.Locale.prototype, name, known);
      else Reflect.deleteProperty(Intl.Locale.prototype, name);
    });
  }
}

test.each(table)(
  'so it does where the browser does not know: $language',
  ({ language, firstDay }) => {
    browserKnows({});
    expect(firstDayOfWeek(language)).toBe(firstDay);
  },
);

test.each([
  ['by a function', { getWeekInfo: () => ({ firstDay: SATURDAY }) }],
  ['by a property', { weekInfo: { firstDay: SATURDAY } }],
  ['by both', { weekInfo: { firstDay: MONDAY }, getWeekInfo: () => ({ firstDay: SATURDAY }) }],
])('what the browser knows comes before our list: %s', (_, info) => {
  browserKnows(info);
  expect(firstDayOfWeek('pt-BR')).toBe(SATURDAY);
});

test('the own choice comes before the language', () => {
  expect(firstDayOfWeek('en-US', MONDAY)).toBe(MONDAY);
});
