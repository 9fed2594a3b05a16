import { describe, expect, test } from 'vitest';
import { ApiError } from '../../../lib/api/api-error';
import { parseTimer } from '../../../lib/api/olie-answer';
import type { Timer } from '../../../lib/core/timer';
import example from '../../fixtures/olie-project-execution.json' with { type: 'json' };

const AT_MS = Date.parse('2026-03-13T21:17:54Z');
const PICTURE = example.current_execution.user.avatar_url;
const work = {
  hourlyRate: 0,
  projectId: '019c2ffd-f4e9-709f-ae34-d4d149e3585d',
  projectCode: 'AD-1',
  projectName: 'awdawd',
  stepId: '181',
  stepName: 'tres',
  funnelName: 'funil do abacaxi',
};
const documented: Timer = {
  answeredAtMs: AT_MS,
  current: {
    ...work,
    id: 'a14afcbd-38b1-4b97-8950-02c09547611a',
    startedAtMs: Date.parse('2026-03-13T20:39:59Z'),
    recordedStartMs: null,
    recordedFinishMs: null,
  },
  recent: [
    {
      ...work,
      id: 'a14afbe7-d2bc-4821-9c2b-7ce295f8a962',
      startedAtMs: Date.parse('2026-03-13T16:00:39Z'),
      finishedAtMs: Date.parse('2026-03-13T20:39:00Z'),
      recordedStartMs: null,
      recordedFinishMs: Date.parse('2026-03-13T19:20:03Z'),
      finishedReason: 'self_stop',
    },
    {
      ...work,
      id: 'a14afbe7-d2bc-4821-9c2b-7ce295f8a961',
      startedAtMs: Date.parse('2026-03-13T10:00:39Z'),
      finishedAtMs: Date.parse('2026-03-13T15:20:03Z'),
      recordedStartMs: null,
      recordedFinishMs: null,
      finishedReason: 'self_stop',
    },
  ],
  hidden: false,
  totalS: 38_140,
  idleS: 27_734,
  projectTotalS: 38_140,
  stepTotalS: 38_140,
  user: { name: 'Test User', avatarUrl: PICTURE },
};
const [newest, oldest] = example.recent_executions;
const parse = (patch: object) => parseTimer({ ...example, ...patch }, AT_MS);

test('the documented example is read whole', () => {
  expect(parseTimer(example, AT_MS)).toEqual(documented);
});

describe('a field of the answer that is broken costs only itself', () => {
  const lost: [string, Partial<Timer>][] = [
    // Of whom the timer is, the recent executions say too.
    ['current_execution', { current: null }],
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

describe('a field of the running execution that is broken costs only itself', () => {
  const current = documented.current;
  const lost: [string, object][] = [
    ['id', { id: '' }],
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

  test.each(lost)('%s', (field, costs) => {
    for (const broken of [undefined, null, [], {}, true]) {
      const timer = parse({ current_execution: { ...example.current_execution, [field]: broken } });
      expect(timer, `${field}: ${broken}`).toEqual({
        ...documented,
        current: { ...current, ...costs },
      });
    }
  });
});

test('one bad row costs none of the good ones', () => {
  const bad = [
    null,
    7,
    'x',
    [],
    {},
    { ...newest, finished_at: 'soon' },
    { ...newest, started_at: null },
  ];
  const timer = parse({ recent_executions: [newest, ...bad, oldest] });
  expect(timer).toEqual(documented);
});

test('ids may be numbers, and numbers texts', () => {
  const timer = parse({
    total_time: '38140',
    idle_time: '27734.0',
    current_execution: {
      ...example.current_execution,
      id: 42,
      project_id: 7,
      hourly_rate: '12.50',
    },
  });
  expect(timer).toMatchObject({
    totalS: 38_140,
    idleS: 27_734,
    current: { id: '42', projectId: '7', hourlyRate: 12.5 },
  });
});

describe('a current execution', () => {
  const ended = {
    ...example.current_execution,
    finished_at: '2026-03-13T21:00:00.000000Z',
    finished_reason: 'admin_stop',
  };

  test('that has an end is the newest session, and nothing runs', () => {
    const timer = parse({ current_execution: ended });
    expect(timer.current).toBeNull();
    expect(timer.recent).toHaveLength(3);
    expect(timer.recent[0]).toMatchObject({
      id: documented.current?.id,
      finishedAtMs: Date.parse('2026-03-13T21:00:00Z'),
      finishedReason: 'admin_stop',
    });
  });

  test('is not counted twice where it is among the recent ones', () => {
    const recent_executions = [ended, newest, oldest];
    expect(parse({ current_execution: ended, recent_executions }).recent).toHaveLength(3);
    expect(parse({ recent_executions })).toEqual(documented);
  });
});

test('hidden timers are hidden', () => {
  expect(parse({ hidden_timers: true }).hidden).toBe(true);
  expect(parse({ hidden_timers: 1 }).hidden).toBe(true);
});

test('with nothing at all today there is just nothing', () => {
  const nothing = {
    response: true,
    current_execution: null,
    recent_executions: [],
    total_time: 0,
    idle_time: 60,
  };
  expect(parseTimer(nothing, AT_MS)).toEqual({
    answeredAtMs: AT_MS,
    current: null,
    recent: [],
    hidden: false,
    totalS: 0,
    idleS: 60,
    projectTotalS: null,
    stepTotalS: null,
    user: null,
  });
});

describe('another document is an unexpected answer', () => {
  test.each([
    { what: 'nothing', body: null },
    { what: 'a text', body: 'OK' },
    { what: 'a list', body: [example] },
    { what: 'an empty object', body: {} },
    { what: 'a project', body: { response: true, project: { id: 7 } } },
    {
      what: 'no success',
      body: { ...example, response: false, message: 'Not yours.' },
      message: 'Not yours.',
    },
  ])('$what', ({ body, message = null }) => {
    const failure = { kind: 'unexpected-answer', message, retryAfterS: null };
    expect(() => parseTimer(body, AT_MS)).toThrow(ApiError);
    expect(() => parseTimer(body, AT_MS)).toThrow(expect.objectContaining({ failure }));
  });
});
