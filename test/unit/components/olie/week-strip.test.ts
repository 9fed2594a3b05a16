import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { WeekStrip } from '../../../../components/olie/week-strip';
import { UiProvider } from '../../../../components/ui';
import type { Records } from '../../../../lib/core/history/records';
import { standing } from '../../../../lib/core/time/clock';
import { createFormat } from '../../../../lib/core/time/format';
import type { TimeStyle } from '../../../../lib/core/time/time-style';
import { localMs, session, told } from '../../../support/examples/example-history';
import { shownHistory } from '../../../support/examples/history-markup';
import { textOf } from '../../../support/examples/popup-markup';
import { uiAt } from '../../../support/examples/ui';

const TODAY = '2026-03-20';

/** What is read of a week of which only today is known: two hours and a half, and half a minute. */
function said(style: TimeStyle, records: Records[] = [], weeklyGoalS?: number): string {
  const { days } = shownHistory({ period: { kind: 'week', from: '2026-03-16' }, records });
  const ui = { ...uiAt(localMs('2026-03-20 12:00')), format: createFormat('en', style) };
  const strip = h(WeekStrip, {
    week: days,
    today: TODAY,
    total: standing(9_030),
    dailyGoalS: 27_000,
    weeklyGoalS,
  });
  return textOf(renderToString(h(UiProvider, { value: ui }, strip)));
}

test('the week and the goal are in hours and minutes', () => {
  expect(said({})).toContain('This week 2:30 · History');
  expect(said({})).toContain('Goal: 2:30 of 7:30 today');
});

test('as decimals, they have the word for hours', () => {
  expect(said({ durations: 'decimal' })).toContain('This week 2.50 h · History');
  expect(said({ durations: 'decimal' })).toContain('Goal: 2.50 h of 7.50 h today');
});

test('of a day whose times were hidden, it says that and no time', () => {
  const tracked = session('h', '2026-03-17 09:00', '2026-03-17 13:17');
  const text = said({}, [told('2026-03-17 23:55', [tracked], { hidden: true })]);
  expect(text).toContain('Tuesday, March 17: Your account hides times');
  expect(text).not.toContain('4:17');
});

test('the goal of the week stands beside its total', () => {
  expect(said({}, [], 144_000)).toContain('This week 2:30 of 40:00 · History');
});
