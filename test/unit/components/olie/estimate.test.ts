import { expect, test } from 'vitest';
import type { Estimate } from '../../../../lib/core/olie/estimate';
import type { Timer } from '../../../../lib/core/olie/timer';
import { exampleSituation } from '../../../support/examples/example-situation';
import {
  ANSWERED_AT_MS,
  exampleExecution,
  exampleTimer,
} from '../../../support/examples/example-timer';
import { popupHtml, textOf } from '../../../support/examples/popup-markup';
import type { Language } from '../../../support/examples/texts';

/** 5:12 h of 8:00 h: more than today, so that it counts the running execution. */
function timerWith(patch: Partial<Estimate> = {}, rest: Partial<Timer> = {}): Timer {
  const { userId } = exampleTimer();
  const { projectId } = exampleExecution();
  const hours = { expectedS: 28_800, elapsedS: 18_720, expectedAmount: 0, hourlyRate: 0 };
  const none = { status: '', budget: 0 };
  const estimate = { projectId, userId, answeredAtMs: ANSWERED_AT_MS, ...hours, ...none, ...patch };
  return exampleTimer({ projectTotalS: 18_720, estimate, ...rest });
}

/** The markup of the estimate; '' if there is none. */
function shown(timer: Timer, language: Language = 'en', laterMs = 0): string {
  const nowMs = ANSWERED_AT_MS + laterMs;
  const html = popupHtml(exampleSituation({ timer, nowMs }), { language });
  return /<div class="estimate".*?<\/div>.*?<\/div>/s.exec(html)?.[0] ?? '';
}
const said = (...of: Parameters<typeof shown>) =>
  textOf(shown(...of))
    .trim()
    .replaceAll(' ·', '·');

test('it says how much of what is expected is tracked', () => {
  expect(said(timerWith())).toBe('5:12 of 8:00 h expected');
  expect(said(timerWith(), 'pt-BR')).toBe('5:12 de 8:00 h previstas');
});

test('it goes on with the running timer, and after midnight', () => {
  expect(said(timerWith(), 'en', 3_600_000)).toBe('6:12 of 8:00 h expected');
  expect(said(timerWith({ expectedS: 72_000 }), 'en', 8 * 3_600_000)).toMatch(/^13:12 of 20:00/);
});

test('its times are read as durations, by machines and by screen readers', () => {
  expect(shown(timerWith())).toMatch(/datetime="PT18720S"[^>]*aria-label="5 hours 12 minutes"/i);
  expect(shown(timerWith())).toMatch(/datetime="PT28800S"[^>]*aria-label="8 hours"/i);
});

test('the bar is as long as the share, and is not read aloud', () => {
  expect(shown(timerWith())).toMatch(/data-estimate="within"/);
  expect(shown(timerWith())).toMatch(
    /<div class="spent" aria-hidden="true"><span style="width:65%/,
  );
});

test('past what is expected it says so in words, and the bar is full', () => {
  const exactly = timerWith({ expectedS: 18_720 });
  expect(shown(exactly)).toContain('data-estimate="within"');
  expect(said(exactly)).toBe('5:12 of 5:12 h expected');
  const over = timerWith({ expectedS: 18_000 });
  expect(shown(over)).toContain('data-estimate="over"');
  expect(shown(over)).toContain('width:100%');
  expect(said(over)).toBe('5:12 of 5:00 h expected· over the estimate'.replace('·', '·'));
  expect(said(over, 'pt-BR')).toContain('acima do previsto');
});

test('an amount is a bare number in the language of the texts, if there is a rate', () => {
  const paid = timerWith({ expectedAmount: 1234.5, hourlyRate: 50 });
  expect(said(paid)).toContain('1,234.5 expected at 50 an hour');
  expect(said(paid, 'pt-BR')).toContain('1.234,5 previstos a 50 por hora');
  expect(said(timerWith({ expectedAmount: 400 }))).not.toContain('400');
  expect(said(timerWith({ hourlyRate: 50 }))).not.toContain('50');
});

test.each<[string, Timer]>([
  ['times are hidden', timerWith({}, { hidden: true })],
  ['nothing runs', timerWith({}, { current: null })],
  ['it is about another project', timerWith({ projectId: 'another' })],
  ['it is about another user', timerWith({ userId: 'another' })],
  ['none is known', exampleTimer()],
])('it is absent if %s', (_, timer) => {
  expect(popupHtml(exampleSituation({ timer }))).not.toContain('estimate');
});

test('the state and the budget of the project are told with it', () => {
  const title = (...of: Parameters<typeof shown>) => /title="([^"]*)"/.exec(shown(...of))?.[1];
  const known = timerWith({ status: 'in_progress', budget: 12_000.5 });
  expect(title(known)).toBe('Project status: in_progress\nProject budget: 12,000.5');
  expect(title(known, 'pt-BR')).toBe(
    'Status do projeto: in_progress\nOrçamento do projeto: 12.000,5',
  );
  expect(title(timerWith({ status: 'active' }))).toBe('Project status: active');
  expect(title(timerWith({ budget: 3 }))).toBe('Project budget: 3');
});
