import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { ReminderPreferences } from '../../../lib/core/settings/reminder-preferences';
import { runs, seeded } from '../../support/examples/arbitrary';
import { ALL_OFF } from '../../support/examples/reminder-facts';
import {
  EXPECTED_S,
  GOAL_S,
  midnightBefore,
  newWork,
  type Shown,
  trackedS,
  type Work,
  wallClock,
} from '../../support/examples/simulated-work';
import { type Step, take } from '../../support/examples/work-steps';

beforeAll(() => {
  seeded();
});

/** A Thursday, at eight in São Paulo. */
const START_MS = Date.parse('2026-03-12T11:00:00Z');
const REMINDERS: ReminderPreferences = {
  isOn: true,
  atMostADay: 12,
  rules: {
    ...ALL_OFF,
    ...{ goal: 'on', expected: 'on', 'workflow-failed': 'on', 'workflow-ended': 'on' },
    ...{ 'run-failed': 'on', 'run-ended': 'on' },
  },
};

const minutes = (kind: 'wait' | 'sleep' | 'mute' | 'correct', ...all: number[]) =>
  fc.constantFrom(...all).map((one): Step => ({ kind, minutes: one }));
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 7, arbitrary: minutes('wait', 1, 2, 5, 20, 50) },
  { weight: 1, arbitrary: minutes('sleep', 60, 600, 900) },
  {
    weight: 4,
    arbitrary: fc.constantFrom('a', 'b').map((project): Step => ({ kind: 'work', project })),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('begin' as const, 'begin' as const, 'end' as const, 'flash' as const),
      what: fc.constantFrom('workflows' as const, 'runs' as const),
      status: fc.constantFrom('failed', 'good'),
    }),
  },
  { weight: 1, arbitrary: minutes('correct', -40, 40) },
  { weight: 1, arbitrary: minutes('mute', 30) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('stop' as const, 'look' as const, 'lock' as const, 'unlock' as const)
      .map((kind): Step => ({ kind })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('good' as const, 'good' as const, 'late' as const, 'gone' as const)
      .map((is): Step => ({ kind: 'network', is })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('storing' as const, 'showing' as const)
      .map((before): Step => ({ kind: 'kill', before })),
  },
);

const isAtWork = (atMs: number) => {
  const { isWorkday, minute: at } = wallClock(atMs);
  return isWorkday && at >= 540 && at < 1080;
};

/** The occurrences that an observer who has heard the same would find, as `rule occurrence`. */
function trueNow({
  heard,
  estimate,
  looked,
  atMs,
}: Pick<Shown, 'heard' | 'estimate' | 'looked' | 'atMs'>): Set<string> {
  const { executions } = heard;
  const found: string[] = [];
  // What does not run any more has not grown since the answer.
  const running = executions.find(({ toMs }) => toMs === null);
  const untilMs = running ? atMs : heard.atMs;
  if (trackedS(executions, midnightBefore(atMs), untilMs) >= GOAL_S) {
    found.push(`goal ${wallClock(atMs).date}`);
  }
  if (running && estimate?.project === running.project) {
    const sinceS = trackedS(executions, estimate.atMs, atMs, running.project);
    const part = (estimate.trackedS + sinceS) / EXPECTED_S;
    if (part >= 0.8) found.push(`expected ${running.project} ${part >= 1 ? 100 : 80}`);
  }
  for (const [what, jobs] of [
    ['workflow', heard.workflows],
    ['run', heard.runs],
  ] as const) {
    for (const { id, status } of jobs) {
      if (status !== null && !looked.has(id))
        found.push(`${what}-${/failed/.test(status) ? 'failed' : 'ended'} ${id}`);
    }
  }
  return new Set(found);
}

/** Every promise about what was shown. */
function checkShown({ shown, wereOpen }: Work): void {
  const ids = shown.map(({ id }) => id);
  expect(new Set(ids).size, `no occurrence twice: ${ids.join()}`).toBe(ids.length);
  for (const one of shown) {
    const [, rule = '', occurrence = ''] = one.id.split(':');
    expect([one.isLocked, one.isMuted], one.id).toEqual([false, false]);
    expect(isAtWork(one.atMs), `${one.id} outside the hours`).toBe(true);
    expect(trueNow(one), `${one.id} denied by the answer`).toContain(`${rule} ${occurrence}`);
    if (/^(workflow|run)-/.test(rule)) expect(wereOpen, one.id).toContain(occurrence);
    else expect(one.atMs - one.heard.atMs, `${one.id} by an old answer`).toBeLessThan(90_000);
  }
}

/** What stays true for one interval while nothing is in the way is told. */
function observer(work: Work): () => void {
  const held = new Map<string, number>();
  let calm = 0;
  return () => {
    const { heard, estimate, truth, network, kill, isLocked, ledger, looked, wereOpen } = work;
    const isMuted = (ledger.mutedUntilMs ?? 0) > truth.atMs;
    const isCalm = network === 'good' && kill === null && !isLocked && !isMuted;
    calm = isCalm && !work.isTroubled && isAtWork(truth.atMs) ? calm + 1 : 0;
    work.isTroubled = false;
    if (heard === null) return;
    const all = trueNow({ heard, estimate, looked, atMs: truth.atMs });
    for (const key of held.keys()) if (!all.has(key)) held.delete(key);
    for (const key of all) {
      held.set(key, (held.get(key) ?? 0) + 1);
      const [rule = '', ...rest] = key.split(' ');
      const occurrence = rest.join(' ');
      const isJob = /^(workflow|run)-/.test(rule);
      const isKnown = !isJob || wereOpen.has(occurrence);
      if (!isKnown || calm < 2 || (held.get(key) ?? 0) < 2) continue;
      const isTold = ledger.told.some((one) => one.rule === rule && one.occurrence === occurrence);
      expect(isTold, `${key} at ${new Date(truth.atMs).toISOString()}`).toBe(true);
    }
  };
}

test('goals, expected hours, workflows and runs are told once, in time, and only if it is so', () => {
  fc.assert(
    fc.property(fc.array(steps, { minLength: 5, maxLength: 40, size: 'max' }), (all) => {
      const work = newWork(START_MS, REMINDERS);
      const look = observer(work);
      for (const step of all) take(work, step, look);
      checkShown(work);
    }),
    { numRuns: runs(40) },
  );
});
