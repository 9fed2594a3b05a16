import { describe, expect, test } from 'vitest';
import { awayWhileRunning } from '../../../../lib/core/history/away';
import { dayAt } from '../../../../lib/core/time/day';
import { localMs } from '../../../support/examples/example-history';
import { EXAMPLE_ZONE } from '../../../support/examples/example-timer';

const day = dayAt(localMs('2026-03-13 12:00'), EXAMPLE_ZONE);
const at = (time: string) => localMs(`2026-03-13 ${time}`);
const absence = (from: string, to: string) => ({ fromMs: at(from), toMs: at(to) });
const session = (start: string, end: string | null) => ({
  ...{ id: start, projectId: 'p', label: 'P', from: 0, to: 0 },
  startMs: at(start),
  endMs: end === null ? null : at(end),
});
/** As times: ['14:05', '14:52']. */
function away(absences: ReturnType<typeof absence>[], sessions: ReturnType<typeof session>[]) {
  const time = (ms: number) => new Date(ms - 3 * 3_600_000).toISOString().slice(11, 16);
  return awayWhileRunning(absences, sessions, day, at('19:00')).map(({ fromMs, toMs }) => [
    time(fromMs),
    time(toMs),
  ]);
}

describe('away while it ran', () => {
  test.each([
    ['within a session', [absence('14:05', '14:52')], [['14:05', '14:52']]],
    ['from before it to after it', [absence('12:00', '18:30')], [['13:00', '18:00']]],
    ['before it', [absence('11:00', '13:00')], []],
    ['after it', [absence('18:00', '18:30')], []],
    [
      'twice',
      [absence('13:10', '13:20'), absence('17:50', '18:10')],
      [
        ['13:10', '13:20'],
        ['17:50', '18:00'],
      ],
    ],
  ])('%s', (_, absences, parts) => {
    expect(away(absences, [session('13:00', '18:00')])).toEqual(parts);
  });

  test('two sessions have a part each', () => {
    const sessions = [session('09:00', '12:00'), session('13:00', '18:00')];
    expect(away([absence('11:30', '13:15')], sessions)).toEqual([
      ['11:30', '12:00'],
      ['13:00', '13:15'],
    ]);
  });

  test('what still runs has run until now', () => {
    expect(away([absence('18:45', '19:30')], [session('18:00', null)])).toEqual([
      ['18:45', '19:00'],
    ]);
  });

  test('it lies where the day has it', () => {
    const [part] = awayWhileRunning(
      [absence('06:00', '12:00')],
      [session('03:00', '15:00')],
      day,
      at('19:00'),
    );
    expect(part).toMatchObject({ from: 0.25, to: 0.5 });
  });
});
