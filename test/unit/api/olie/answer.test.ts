import { describe, expect, test } from 'vitest';
import { parseTimer } from '../../../../lib/api/olie/answer';
import example from '../../../fixtures/olie-project-execution.json' with { type: 'json' };
import { documented } from '../../../support/examples/documented-timer';

const AT_MS = Date.parse('2026-03-13T21:17:54Z');
const [newest, oldest] = example.recent_executions;
const parse = (patch: object) => parseTimer({ ...example, ...patch }, AT_MS, 'asked');

test('the documented example is read whole', () => {
  expect(parseTimer(example, AT_MS, 'asked')).toEqual(documented);
});

test('a bad row costs no other row', () => {
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

test('ids may be numbers, and numbers may be texts', () => {
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

  test('that has ended is the newest session, and nothing runs', () => {
    const timer = parse({ current_execution: ended });
    expect(timer.current).toBeNull();
    expect(timer.recent).toHaveLength(3);
    expect(timer.recent[0]).toMatchObject({
      id: documented.current?.id,
      finishedAtMs: Date.parse('2026-03-13T21:00:00Z'),
      finishedReason: 'admin_stop',
    });
  });

  test('is not counted twice if it is among the recent ones', () => {
    const recent_executions = [ended, newest, oldest];
    expect(parse({ current_execution: ended, recent_executions }).recent).toHaveLength(3);
    expect(parse({ recent_executions })).toEqual(documented);
  });
});

describe('the execution to ask with next', () => {
  const { current_execution: running } = example;
  test.each([
    { what: 'is the one that runs', current_execution: running, id: running.id },
    { what: 'stays the one asked for if none runs', current_execution: null, id: 'asked' },
    {
      what: 'stays the one asked for if the last one has ended',
      current_execution: { ...running, finished_at: '2026-03-13T21:00:00Z' },
      id: 'asked',
    },
    {
      what: 'stays the one asked for if the running one has no id',
      current_execution: { ...running, id: null },
      id: 'asked',
    },
  ])('$what', ({ current_execution, id }) => {
    expect(parse({ current_execution }).followedId).toBe(id);
  });
});

test('hidden timers are hidden', () => {
  expect(parse({ hidden_timers: true }).hidden).toBe(true);
  expect(parse({ hidden_timers: 1 }).hidden).toBe(true);
});

test('a day without executions is empty', () => {
  const nothing = {
    response: true,
    current_execution: null,
    recent_executions: [],
    total_time: 0,
    idle_time: 60,
  };
  expect(parseTimer(nothing, AT_MS, 'asked')).toEqual({
    answeredAtMs: AT_MS,
    current: null,
    recent: [],
    lastEarlier: null,
    hidden: false,
    totalS: 0,
    idleS: 60,
    projectTotalS: null,
    stepTotalS: null,
    user: null,
    followedId: 'asked',
    userId: '',
    estimate: null,
  });
});

describe('what runs needs an id or a start', () => {
  const { current_execution: whole } = example;
  test.each([
    ['an empty object', {}, false],
    ['an empty list', [], false],
    ['only a project', { project: whole.project }, false],
    ['only an id', { id: 'x' }, true],
    ['only a start', { started_at: whole.started_at }, true],
    ['a resource in data', { data: whole }, true],
    ['a list of one', [whole], true],
    ['a list of one in data', { data: [whole] }, true],
    ['an id that is a zero', { id: 0, started_at: null }, false],
    ['an id of zeros', { id: '00000000-0000-0000-0000-000000000000' }, false],
    ['an id that is the word null', { id: 'null', started_at: 'null' }, false],
    ['an id of zeros and a start', { id: 0, started_at: whole.started_at }, true],
    ['a zero as its end', { ...whole, finished_at: 0 }, true],
    ['1970 as its end', { ...whole, finished_at: '1970-01-01T00:00:00Z' }, true],
  ])('%s', (_, current_execution, isRunning) => {
    expect(parse({ current_execution }).current !== null).toBe(isRunning);
  });
});

test.each(['current_execution', 'recent_executions', 'total_time', 'hidden_timers'])(
  'an answer with nothing but %s is one about the timer',
  (name) => {
    const nothing = { current: null, recent: [], hidden: false, totalS: null, followedId: 'asked' };
    expect(parseTimer({ [name]: null }, AT_MS, 'asked')).toMatchObject(nothing);
  },
);

test('each text is cut where it is read', () => {
  const long = '<'.repeat(900_000);
  const current_execution = { ...example.current_execution, id: long, project: { name: long } };
  const { current } = parse({ current_execution });
  expect(JSON.stringify(current).length).toBeLessThan(5_000);
});
