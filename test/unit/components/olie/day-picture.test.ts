import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { DayPicture } from '../../../../components/olie/day-picture';
import { UiProvider } from '../../../../components/ui';
import { dayOf } from '../../../../lib/core/olie/timer-day';
import {
  ANSWERED_AT_MS,
  EXAMPLE_ZONE,
  exampleTimer,
} from '../../../support/examples/example-timer';
import { textOf } from '../../../support/examples/popup-markup';
import { uiAt } from '../../../support/examples/ui';

function said(isDayOver: boolean): string {
  const timer = exampleTimer();
  const day = dayOf(timer, EXAMPLE_ZONE);
  const picture = h(DayPicture, { timer, day, isDayOver });
  return textOf(renderToString(h(UiProvider, { value: uiAt(ANSWERED_AT_MS) }, picture)));
}

test('the share says what it is a share of', () => {
  // 10:35:40 beside 7:42:14 idle.
  expect(said(false)).toContain('Today, Fri, Mar 13 58% of the day tracked');
});

test('a day that is over has its date, and no share that would count on', () => {
  expect(said(true)).toContain('Fri, Mar 13');
  expect(said(true)).not.toMatch(/Today|tracked/);
});
