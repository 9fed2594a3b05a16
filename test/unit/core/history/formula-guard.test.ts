import { describe, expect, test } from 'vitest';
import { guarded } from '../../../../lib/core/history/formula-guard';

describe('what a spreadsheet would run is guarded', () => {
  test.each([
    '=1+1',
    '+1',
    '-3',
    '- 3',
    '--',
    '@x',
    '=',
    '@',
    '＝1+1',
    '\ttab',
    '\rreturn',
    '\nline',
    '\0null',
    '\t-',
    ' =1+1',
    '\u00a0=1+1',
    '\u202f-1',
    '\ufeff=1+1',
    '\u200b=1+1',
    '"=1+1"',
    "'=1+1",
    ' " =1+1',
    '=HYPERLINK("https://x.test")',
  ])('%j', (text) => {
    expect(guarded(text)).toBe(`'${text}`);
  });
});

describe('other texts stay as they are', () => {
  test.each([
    '',
    '-',
    ' - ',
    'a=b',
    'AD-1',
    '1-2',
    "'quoted'",
    '"quoted"',
    ' blank',
    '(=1)',
    'ação',
  ])('%j', (text) => {
    expect(guarded(text)).toBe(text);
  });
});
