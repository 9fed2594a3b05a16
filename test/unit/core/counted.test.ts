import { expect, test } from 'vitest';
import { counted } from '../../../lib/core/counted';
import { createFormat } from '../../../lib/core/time/format';
import { type Language, textsOf } from '../../support/examples/texts';

const said = (language: Language, key: Parameters<typeof counted>[1], value: number) =>
  counted({ t: textsOf(language), format: createFormat(language) }, key, value);

test.each([
  ['en', 0, '0 credits'],
  ['en', 1, '1 credit'],
  ['en', 1.004, '1 credit'],
  ['en', 1.5, '1.5 credits'],
  ['en', 1234, '1,234 credits'],
  // In Portuguese the plural begins at two.
  ['pt-BR', 0, '0 crédito'],
  ['pt-BR', 1.5, '1,5 crédito'],
  ['pt-BR', 2, '2 créditos'],
  ['es', 0, '0 créditos'],
  ['es', 1, '1 crédito'],
  ['es', 1.5, '1,5 créditos'],
] as const)('credits in %s: %d', (language, value, words) => {
  expect(said(language, 'credits', value)).toBe(words);
});

test('whatever is counted has a singular', () => {
  expect(said('en', 'creditsToday', 1)).toBe('1 credit today');
  expect(said('en', 'creditsToday', 2)).toBe('2 credits today');
  expect(said('en', 'creditsAtLeast', 1)).toBe('at least 1 credit today');
  expect(said('en', 'notShown', 1)).toBe('1 more is not shown');
  expect(said('en', 'notShown', 2)).toBe('2 more are not shown');
});
