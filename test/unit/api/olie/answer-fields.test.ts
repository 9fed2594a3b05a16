import { describe, expect, test } from 'vitest';
import { parseTimer } from '../../../../lib/api/olie/answer';
import type { Timer } from '../../../../lib/core/olie/timer';
import example from '../../../fixtures/olie-project-execution.json' with { type: 'json' };
import { documented } from '../../../support/examples/documented-timer';

const ASKED = 'asked';
const parse = (patch: object) =>
  parseTimer({ ...example, ...patch }, documented.answeredAtMs, ASKED);

describe('a broken field of the answer costs only itself', () => {
  const lost: [string, Partial<Timer>][] = [
    // The recent executions name the user, too.
    ['current_execution', { current: null, followedId: ASKED }],
    ['recent_executions', { recent: [] }],
    ['hidden_timers', {}],
    ['total_time', { totalS: null }],
    ['idle_time', { idleS: null }],
    ['current_project_total_time', { projectTotalS: null }],
    ['current_step_total_time', { stepTotalS: null }],
    ['response', {}],
  ];

  test.each(lost)('%s', (field, costs) => {
    for (const broken of [undefined, null, 'x', [], 1e300]) {
      expect(parse({ [field]: broken }), `${field}: ${broken}`).toEqual({
        ...documented,
        ...costs,
      });
    }
  });
});

describe('a broken field of the running execution costs only itself', () => {
  const current = documented.current;
  const lost: [string, object, Partial<Timer>?][] = [
    ['id', { id: '' }, { followedId: ASKED }],
    ['started_at', { startedAtMs: null }],
    ['started_at_real', {}],
    ['finished_at_real', {}],
    ['hourly_rate', {}],
    ['finished_reason', {}],
    ['project_id', {}],
    ['funnel_step_id', {}],
    ['project', { projectCode: '', projectName: '' }],
    ['funnel_step', { stepName: '', funnelName: '' }],
    ['user', {}],
    ['user_id', {}],
  ];

  test.each(lost)('%s', (field, costs, costsBeside = {}) => {
    for (const broken of [undefined, null, [], {}, true]) {
      const timer = parse({ current_execution: { ...example.current_execution, [field]: broken } });
      expect(timer, `${field}: ${broken}`).toEqual({
        ...documented,
        current: { ...current, ...costs },
        ...costsBeside,
      });
    }
  });
});

describe('a text of blanks is none', () => {
  test.each(['', ' ', '\t\n '])('%j', (blank) => {
    const [first, ...others] = example.recent_executions;
    const project = { ...example.current_execution.project, code: blank, name: blank };
    const timer = parse({
      current_execution: { ...example.current_execution, project },
      recent_executions: [{ ...first, finished_reason: blank }, ...others],
    });
    expect(timer.current).toMatchObject({ projectCode: '', projectName: '' });
    expect(timer.recent[0]?.finishedReason).toBeNull();
  });
});

test('a recorded time that is the effective one is no adjustment', () => {
  const rows = example.recent_executions.map((row) => ({
    ...row,
    started_at_real: row.started_at,
    finished_at_real: row.finished_at_real ?? row.finished_at,
  }));
  expect(parse({ recent_executions: rows })).toEqual(documented);
  expect(documented.recent.map(({ recordedFinishMs }) => recordedFinishMs)).toEqual([
    Date.parse('2026-03-13T19:20:03Z'),
    null,
  ]);
});
