import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { GoalField } from '../../../../components/options/goal-field';
import { UiProvider } from '../../../../components/ui';
import { createFormat } from '../../../../lib/core/time/format';
import type { TimeStyle } from '../../../../lib/core/time/time-style';
import { drawn } from '../../../support/examples/drawn';
import type { Language } from '../../../support/examples/texts';
import { uiAt } from '../../../support/examples/ui';

const HOUR_S = 3600;

/** The field, where durations are written like that. */
function field(
  goalS: number | undefined,
  durations: TimeStyle['durations'],
  language: Language = 'en',
) {
  const ui = { ...uiAt(0, language), format: createFormat(language, { durations }) };
  const own = { id: 'goal', label: 'dailyGoal', goalS, mostS: 24 * HOUR_S, onChange } as const;
  return h(UiProvider, { value: ui }, h(GoalField, own));
}

const onChange = vi.fn();
const valueIn = (page: Document) => page.querySelector('input')?.value;

test.each([
  ['clock', 'en', '7:30'],
  ['decimal', 'en', '7.50'],
  ['decimal', 'pt-BR', '7,50'],
  ['decimal', 'es', '7,50'],
] as const)('a goal is written as durations are: %s, %s: %s', async (durations, language, text) => {
  const { page } = await drawn(field(7.5 * HOUR_S, durations, language));
  expect(valueIn(page)).toBe(text);
});

test('it follows at once when durations are to be written in another way', async () => {
  const { page, redraw } = await drawn(field(7.5 * HOUR_S, 'clock'));
  await redraw(field(7.5 * HOUR_S, 'decimal'));
  expect(valueIn(page)).toBe('7.50');
});

test('what is typed stays as it was typed, and is told', async () => {
  const { page, type, redraw } = await drawn(field(undefined, 'decimal'));
  await type('7:20');
  expect(onChange.mock.calls).toEqual([[26_400]]);
  await redraw(field(26_400, 'decimal'));
  expect(valueIn(page)).toBe('7:20');
  // Another tab has changed it.
  await redraw(field(8 * HOUR_S, 'decimal'));
  expect(valueIn(page)).toBe('8.00');
});
