import { describe, expect, test } from 'vitest';
import { parseTimer } from '../../../../lib/api/olie/answer';
import example from '../../../fixtures/olie-project-execution.json' with { type: 'json' };
import { documented } from '../../../support/examples/documented-timer';

const AT_MS = Date.parse('2026-03-13T21:17:54Z');
const { current_execution: current, recent_executions: recent } = example;
const parse = (patch: object) => parseTimer({ ...example, ...patch }, AT_MS, 'asked');

describe('the running execution may come in', () => {
  test.each([
    { data: current },
    { data: { data: current } },
    { execution: current },
    { items: [current] },
    [current],
    [{ data: current }],
    { 0: current },
    { 2: current },
    { [current.id]: current },
    { data: { 0: current } },
  ])('%#', (wrapped) => {
    expect(parse({ current_execution: wrapped })).toEqual(documented);
  });
});

test('an id with half a character is one without', () => {
  expect(parse({ current_execution: { ...current, id: 'x\ud83d' } }).current?.id).toBe('x');
});

describe('no id is', () => {
  test.each([0, '0', 'null', 'None', '(null)', ' ', '{00000000-0000-0000-0000-000000000000}'])(
    '%j',
    (id) => {
      expect(parse({ current_execution: { id } }).current).toBeNull();
      const rows = recent.map((row) => ({ ...row, id }));
      expect(parse({ recent_executions: rows }).recent).toHaveLength(2);
    },
  );

  test('a project of none has that of its own', () => {
    const timer = parse({ current_execution: { ...current, project_id: 0 } });
    expect(timer.current?.projectId).toBe(current.project.id);
  });
});
