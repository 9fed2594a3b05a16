import { expect, test, vi } from 'vitest';
import {
  ago,
  browserTimeZone,
  createBrowserFormat,
  textLanguage,
  translate,
} from '../../../lib/browser/texts';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

test.each([
  {
    texts: 'en',
    browser: 'en-US',
    clock: /^5:39\sPM$/,
    date: 'Friday, March 13',
    spoken: '1 hour',
  },
  { texts: 'en', browser: 'en-GB', clock: /^17:39$/, date: 'Friday 13 March', spoken: '1 hour' },
  {
    texts: 'pt-BR',
    browser: 'pt-PT',
    clock: /^17:39$/,
    date: 'sexta-feira, 13 de março',
    spoken: '1 hora',
  },
  // We have no German: its words would stand among English ones. Its clock of 24 hours may.
  { texts: 'en', browser: 'de', clock: /^17:39$/, date: 'Friday, March 13', spoken: '1 hour' },
  // Digits are those of the texts around them.
  {
    texts: 'en',
    browser: 'ar-EG',
    clock: /^5:39\sPM$/,
    date: 'Friday, March 13',
    spoken: '1 hour',
  },
  { texts: 'en', browser: 'fa', clock: /^17:39$/, date: 'Friday, March 13', spoken: '1 hour' },
] as const)(
  'texts in $texts, in a browser in $browser',
  ({ texts, browser, clock, date, spoken }) => {
    resetFakeBrowser(texts, browser);
    const zone = { kind: 'named', timeZone: 'America/Sao_Paulo' } as const;
    const atMs = Date.parse('2026-03-13T20:39:59Z');
    const format = createBrowserFormat();
    expect(textLanguage()).toBe(texts);
    expect(format.timeOfDay(atMs, zone)).toMatch(clock);
    expect(format.date(atMs, zone)).toBe(date);
    expect(format.spoken(3600)).toBe(spoken);
  },
);

test('a text has its parts put in', () => {
  resetFakeBrowser('pt-BR');
  expect(translate('connected', 'Test User, AD-1 awdawd')).toBe(
    'Conectado: Test User, AD-1 awdawd',
  );
  expect(ago(12)).toMatch(/^há 12 s/);
});

test("the browser's zone is its name; where the browser knows none, it is UTC", () => {
  const options = new Intl.DateTimeFormat().resolvedOptions();
  const spy = vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions');
  spy.mockReturnValue({ ...options, timeZone: 'Asia/Tokyo' });
  expect(browserTimeZone()).toBe('Asia/Tokyo');
  spy.mockReturnValue({ ...options, timeZone: 'Etc/Unknown' });
  expect(browserTimeZone()).toBe('UTC');
  spy.mockRestore();
});
