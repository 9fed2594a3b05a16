import { expect, test } from 'vitest';
import { summaryOf } from '../../../../lib/core/history/summary';
import { createFormat } from '../../../../lib/core/time/format';
import { daysTold, dayTold } from '../../../support/examples/example-days';
import { localMs, session, told } from '../../../support/examples/example-history';
import { textsOf } from '../../../support/examples/texts';
import { uiAt } from '../../../support/examples/ui';

const MORNING = session('a', '2026-03-13 09:00', '2026-03-13 12:00');
const OTHER = { projectId: 'p-2', projectCode: '', projectName: 'Site\nof  Bia' };
const MEETING = session('b', '2026-03-13 13:00', '2026-03-13 13:20', OTHER);
const NEXT = session('c', '2026-03-14 09:00', '2026-03-14 10:00', OTHER);
const DAY = told('2026-03-13 23:50', [MEETING, MORNING]);
const ui = uiAt(localMs('2026-03-20 12:00'));
const said = (...given: Parameters<typeof summaryOf>) => summaryOf(...given).split('\n');

test('a day has its title, a line for each project, and the total', () => {
  expect(said('Friday 13 March', dayTold([DAY]), ui)).toEqual([
    'Friday 13 March',
    'AD-1 awdawd: 3:00:00',
    'Site of Bia: 0:20:00',
    'In total: 3:20:00',
  ]);
});

test('a week adds up the days of each project', () => {
  const week = daysTold('2026-03-13', '2026-03-14', [DAY, told('2026-03-14 23:50', [NEXT])]);
  expect(said('9 – 15 March', week, ui)).toEqual([
    ...['9 – 15 March', 'AD-1 awdawd: 3:00:00', 'Site of Bia: 1:20:00', 'In total: 4:20:00'],
  ]);
});

test('a total that is not whole is "at least"', () => {
  const days = dayTold([told('2026-03-13 18:00', [MORNING])]);
  expect(said('Friday', days, ui).at(-1)).toBe('In total: at least 3:00:00');
  const week = daysTold('2026-03-13', '2026-03-14', [
    ...[told('2026-03-13 18:00', [MORNING]), told('2026-03-14 23:50', [NEXT])],
  ]);
  expect(said('Week', week, ui).at(-1)).toBe('In total: at least 4:00:00');
});

test('time without a session, and a project without a name, are said so', () => {
  const nameless = { ...MORNING, projectId: '7', projectCode: '', projectName: '' };
  const days = dayTold([told('2026-03-13 23:50', [nameless], { totalS: 14_400 })]);
  expect(said('Friday', days, ui).slice(1, 3)).toEqual([
    'No project named: 3:00:00',
    'Time without a known session: 1:00:00',
  ]);
});

test('durations are as set, in the words of the language', () => {
  const format = createFormat('pt-BR', { durations: 'decimal' });
  expect(said('Sexta', dayTold([DAY]), { t: textsOf('pt-BR'), format }).slice(1)).toEqual([
    ...['AD-1 awdawd: 3,00 h', 'Site of Bia: 0,33 h', 'Total: 3,33 h'],
  ]);
});

test('an account that hides times has names only', () => {
  const days = dayTold([told('2026-03-13 23:50', [MEETING, MORNING], { hidden: true })]);
  expect(said('Friday', days, ui)).toEqual(['Friday', 'AD-1 awdawd', 'Site of Bia']);
  const since = told('2026-03-14 23:50', [NEXT], { hidden: true });
  const week = daysTold('2026-03-13', '2026-03-14', [DAY, since]);
  expect(said('Week', week, ui)).toEqual(['Week', 'AD-1 awdawd', 'Site of Bia']);
});

test('a day without anything has no time', () => {
  expect(said('Friday', dayTold([told('2026-03-13 23:50', [])]), ui)).toEqual([
    'Friday',
    'In total: 0:00:00',
  ]);
});
