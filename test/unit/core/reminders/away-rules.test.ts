import { describe, expect, test } from 'vitest';
import type { RuleChoice } from '../../../../lib/core/settings/reminder-preferences';
import { localMs } from '../../../support/examples/example-history';
import {
  backFrom,
  decided,
  idsIn,
  running,
  stopped,
  toldIn,
} from '../../../support/examples/reminder-facts';

describe('away', () => {
  const rules = { away: 15 } as const;
  const timer = running('2026-03-13 09:00');
  const away = (from: string, to: string) => backFrom(`2026-03-13 ${from}`, `2026-03-13 ${to}`);

  test('tells when the person is back, with the true times', () => {
    const presence = away('14:05', '14:52');
    expect(toldIn({ at: '2026-03-13 14:52', timer, presence, rules })).toEqual([
      {
        id: `olie:away:exe ${localMs('2026-03-13 14:05')}`,
        rule: 'away',
        title: 'AD-1 awdawd ran while you were away',
        message: 'You were away 14:05 – 14:52 (0:47 h).',
      },
    ]);
  });

  test.each<[RuleChoice, string, number]>([
    [5, '14:04:59', 0],
    [5, '14:05', 1],
    [10, '14:09:59', 0],
    [10, '14:10', 1],
    [15, '14:14:59', 0],
    [15, '14:15', 1],
    [30, '14:29:59', 0],
    [30, '14:30', 1],
    ['off', '14:30', 0],
  ])('of at least %s minutes: from 14:00 to %s %i', (minutes, to, count) => {
    const presence = away('14:00', to);
    const one = { at: '2026-03-13 14:30', timer, presence, rules: { away: minutes } };
    expect(idsIn(one)).toHaveLength(count);
  });

  test('tells of what was started in the moment in which they left', () => {
    const presence = away('14:05', '14:52');
    const one = { timer: running('2026-03-13 14:05'), presence, rules };
    expect(idsIn({ ...one, at: '2026-03-13 14:52' })).toHaveLength(1);
  });

  test.each([
    ['stopped elsewhere meanwhile', stopped()],
    ['another one runs since', running('2026-03-13 14:05:01')],
    ['not connected', null],
  ])('silence if it was %s', (_, other) => {
    const presence = away('14:05', '14:52');
    expect(idsIn({ at: '2026-03-13 14:52', timer: other, presence, rules })).toEqual([]);
  });

  test('waits while they are away again', () => {
    const presence = { ...away('14:05', '14:52'), awayFromMs: localMs('2026-03-13 14:53') };
    const one = decided({ at: '2026-03-13 14:54', timer, presence, rules });
    expect(one).toMatchObject({ show: [], askFirst: false });
  });

  test('one absence, one notice; of two absences the last', () => {
    const first = decided({
      at: '2026-03-13 12:40',
      timer,
      presence: away('12:00', '12:40'),
      rules,
    });
    expect(first.show).toHaveLength(1);
    const { ledger } = first;
    const presence = away('12:00', '12:40');
    expect(idsIn({ at: '2026-03-13 12:41', timer, presence, rules, ledger })).toEqual([]);
    const [lunch, coffee] = [presence.absences[0], away('15:00', '15:20').absences[0]];
    if (!lunch || !coffee) throw new Error('There are two');
    const both = { ...presence, absences: [lunch, coffee] };
    const second = decided({ at: '2026-03-13 15:20', timer, presence: both, rules, ledger });
    expect(second.show.map(({ message }) => message)).toEqual([
      'You were away 15:00 – 15:20 (0:20 h).',
    ]);
    // Ignored, it is no click: it is taken back for the newer one.
    expect(second.takeBack).toEqual([`olie:away:exe ${localMs('2026-03-13 12:00')}`]);
  });

  test('over a night it is told in the morning, with its day', () => {
    const presence = backFrom('2026-03-12 18:18', '2026-03-13 08:30');
    const one = { timer: running('2026-03-12 15:00'), presence, rules };
    expect(idsIn({ ...one, at: '2026-03-13 08:30' })).toEqual([]);
    expect(toldIn({ ...one, at: '2026-03-13 09:00' })[0]?.message).toBe(
      'You were away Thu, Mar 12, 18:18 – 08:30 (14:12 h).',
    );
  });
});
