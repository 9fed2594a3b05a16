import { describe, expect, test, vi } from 'vitest';
import {
  browserTimeZone,
  createBrowserFormat,
  textLanguage,
  translate,
} from '../../../lib/browser/texts';
import { resetFakeBrowser } from '../../support/worker/fake-browser';
import { tellNoTexts } from '../../support/worker/packaged-texts';

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

test.each([
  ['es', 'es-419', /^Tu horario de trabajo terminó a las 6:00\sp\.\s?m\.$/],
  ['es', 'es-CO', /^Tu horario de trabajo terminó a las 6:00\sp\.\s?m\.$/],
  ['es', 'es-ES', /^Tu horario de trabajo terminó a las 18:00\.$/],
  ['en', 'en-CA', /^Your working hours ended at 6:00\sp\.m\.$/],
  ['en', 'en-US', /^Your working hours ended at 6:00\sPM\.$/],
  ['pt-BR', 'pt-BR', /^Seu horário de trabalho terminou às 18:00\.$/],
] as const)(
  'a sentence that ends with a time has one full stop: %s, %s',
  (texts, browser, text) => {
    resetFakeBrowser(texts, browser);
    const zone = { kind: 'named', timeZone: 'America/Sao_Paulo' } as const;
    const time = createBrowserFormat().timeOfDay(Date.parse('2026-03-13T21:00:00Z'), zone);
    expect(translate('remindAfterHours', time)).toMatch(text);
  },
);

test('a text has its parts put in', () => {
  resetFakeBrowser('pt-BR');
  expect(translate('connected', 'Test User, AD-1 awdawd')).toBe(
    'Conectado: Test User, AD-1 awdawd',
  );
  expect(createBrowserFormat().ago(12)).toMatch(/^há 12 s/);
});

test.each([
  ['Hebrew', 'אתר חדש'],
  ['Arabic after a code', 'SITE-2026 موقع جديد'],
  ['two lines', 'Site\nאתר'],
])('a name from right to left does not turn the times beside it: %s', async (_script, name) => {
  const right = `\u2068${name}\u2069, 9:00 – 10:00`;
  resetFakeBrowser('en');
  expect(translate('stretchDone', name, '9:00', '10:00')).toBe(right);
  // The same from the package.
  tellNoTexts();
  vi.resetModules();
  const texts = await import('../../../lib/browser/texts');
  await texts.loadTexts();
  expect(texts.translate('stretchDone', name, '9:00', '10:00')).toBe(right);
});

test('a name from left to right stays as it is', () => {
  resetFakeBrowser('en');
  const name = 'Łódź, São Paulo, Αθήνα, Київ, 東京, दिल्ली 🏳️‍🌈';
  expect(translate('stretchDone', name, '9:00', '10:00')).toBe(`${name}, 9:00 – 10:00`);
});

describe('a browser that tells no text', () => {
  /** As a page or worker that has just started. */
  async function textsIn(language: string) {
    resetFakeBrowser('en', language);
    tellNoTexts();
    vi.resetModules();
    return import('../../../lib/browser/texts');
  }

  test.each([
    ['en-US', 'en', 'Connected: Test User, AD-1 awdawd'],
    ['pt-BR', 'pt-BR', 'Conectado: Test User, AD-1 awdawd'],
    ['pt-PT', 'pt-BR', 'Conectado: Test User, AD-1 awdawd'],
    ['es-419', 'es', 'Conectado: Test User, AD-1 awdawd'],
    ['es', 'es', 'Conectado: Test User, AD-1 awdawd'],
    ['de', 'en', 'Connected: Test User, AD-1 awdawd'],
  ])('in %s has those of the package in %s', async (browser, language, text) => {
    const texts = await textsIn(browser);
    await texts.loadTexts();
    expect(texts.textLanguage()).toBe(language);
    expect(texts.translate('connected', 'Test User, AD-1 awdawd')).toBe(text);
    expect(texts.translate('refresh')).not.toBe('refresh');
  });

  test('has their names if the package cannot be read either', async () => {
    const texts = await textsIn('en');
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await texts.loadTexts();
    expect(texts.textLanguage()).toBe('en');
    expect(texts.translate('refresh')).toBe('refresh');
  });
});

test('a browser that does not tell its language has that of the texts', () => {
  resetFakeBrowser('pt-BR', '');
  expect(createBrowserFormat().spoken(3600)).toBe('1 hora');
});

test('a browser that tells texts is not asked for the file', async () => {
  resetFakeBrowser('es');
  const fetching = vi.spyOn(globalThis, 'fetch');
  vi.resetModules();
  const texts = await import('../../../lib/browser/texts');
  await texts.loadTexts();
  expect(texts.textLanguage()).toBe('es');
  expect(fetching).not.toHaveBeenCalled();
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
