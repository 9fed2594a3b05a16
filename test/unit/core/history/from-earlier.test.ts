import { expect, test } from 'vitest';
import { recordsOfEarlier } from '../../../../lib/core/history/from-earlier';
import { localMs, PERSON, SAO_PAULO, session } from '../../../support/examples/example-history';

test('days that a version without a history kept are days with their sessions, and no total', () => {
  const startMs = localMs('2026-03-12 00:00');
  const answeredAtMs = localMs('2026-03-12 19:00');
  const [morning, nameless] = [
    session('a', '2026-03-12 09:00', '2026-03-12 12:00'),
    session('', '2026-03-12 23:00', '2026-03-13 00:00'),
  ];
  const earlier = { days: [{ startMs, answeredAtMs, sessions: [morning, nameless] }] };
  const records = recordsOfEarlier(earlier as never, PERSON, SAO_PAULO);
  expect(records.days).toEqual([
    {
      ...{ personId: PERSON, date: '2026-03-12', startMs, zone: SAO_PAULO },
      ...{ totalS: null, idleS: null, isHidden: false, answeredAtMs, completeAtMs: null },
      watched: [{ fromMs: answeredAtMs, toMs: answeredAtMs }],
    },
  ]);
  const known = { personId: PERSON, date: '2026-03-12', seenAtMs: answeredAtMs, isRunning: false };
  expect(records.sessions).toEqual([
    { ...morning, ...known },
    { ...nameless, ...known, id: `at ${nameless?.startedAtMs}` },
  ]);
});
