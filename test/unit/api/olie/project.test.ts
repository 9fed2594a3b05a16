import { describe, expect, test } from 'vitest';
import { unexpectedAnswer } from '../../../../lib/api/api-error';
import { parseTimer } from '../../../../lib/api/olie/answer';
import { parseEstimate } from '../../../../lib/api/olie/project';
import type { Estimate } from '../../../../lib/core/olie/estimate';
import example from '../../../fixtures/olie-project-execution.json' with { type: 'json' };
import { ANSWERED_AT_MS, exampleTimer } from '../../../support/examples/example-timer';

const USER = '019c1e87-63f4-71dd-a4e3-6eaea0619c2f';
const PROJECT = '019c2ffd-f4e9-709f-ae34-d4d149e3585d';
/** The documented executor, as the example's user, with 5:12 h tracked. */
const own = {
  ...{ id: USER, user: 'Test User', hourly_rate: 50, elapsed: 18_720, elapsed_amount: 260 },
  ...{ expected: 28_800, expected_amount: 400 },
};
const other = { ...own, id: 'another', elapsed: 1, expected: 3600, expected_amount: 1 };
const project = { id: PROJECT, code: 'AD-1', name: 'awdawd', executors: [other, own], funnels: [] };
const estimate: Estimate = {
  ...{ projectId: PROJECT, userId: USER, answeredAtMs: ANSWERED_AT_MS },
  ...{ expectedS: 28_800, elapsedS: 18_720, expectedAmount: 400, hourlyRate: 50 },
  ...{ status: '', budget: 0 },
};

const parse = (body: unknown, timer = exampleTimer()) => parseEstimate(body, ANSWERED_AT_MS, timer);
const ofExecutors = (...executors: unknown[]) => ({ response: true, project: { executors } });

test('the documented answer says what is expected of the user', () => {
  expect(parse({ response: true, project })).toEqual(estimate);
});

test.each([
  [{ status: 'active', budget: 12_000.5 }, 'active', 12_000.5],
  [{ status: 3, budget: '12000.50' }, '3', 12_000.5],
  [{ status: null, budget: null }, '', 0],
  [{ status: {}, budget: -1 }, '', 0],
])("the project's %o are read", (fields, status, budget) => {
  expect(parse({ response: true, project: { ...project, ...fields } })).toEqual({
    ...estimate,
    ...{ status, budget },
  });
});

test.each([
  ['in an envelope', { data: { project } }],
  ['as the data itself', { response: true, data: project }],
  ['wrapped once more', { project: { data: project } }],
  ['bare', project],
])('the project %s is read', (_, body) => {
  expect(parse(body)).toEqual(estimate);
});

test.each([
  ['an object with numbers as names', { 0: other, 3: own }],
  ['an object with ids as names', { 'a-1': other, 'b-2': own }],
  ['wrapped in data', { data: [other, own] }],
  ['wrapped in data, with numbers as names', { data: { 0: other, 3: own } }],
])('executors as %s are read', (_, executors) => {
  expect(parse({ response: true, project: { executors } })).toEqual(estimate);
});

test('numbers that a database sends as texts are read', () => {
  const texts = { ...own, elapsed: '18720', expected: '28800.00', expected_amount: '400.00' };
  expect(parse(ofExecutors({ ...texts, hourly_rate: '50' }))).toEqual(estimate);
});

test('without a rate and an amount, the hours are read', () => {
  const { id, expected, elapsed } = own;
  const hours = { ...estimate, expectedAmount: 0, hourlyRate: 0 };
  expect(parse(ofExecutors({ id, expected, elapsed }))).toEqual(hours);
});

test('of two rows of the user, the one that expects something counts', () => {
  expect(parse(ofExecutors({ ...own, expected: 0 }, own, { ...own, expected: 1 }))).toEqual(
    estimate,
  );
});

test('rows that are no rows cost nothing', () => {
  expect(parse(ofExecutors(null, 7, 'x', [], own))).toEqual(estimate);
});

describe('there is no estimate', () => {
  test.each([
    ['if the user is not among the executors', ofExecutors(other)],
    ['if nothing is expected', ofExecutors({ ...own, expected: 0 })],
    ['if the expected time is missing', ofExecutors({ ...own, expected: null })],
    ['if the tracked time is missing', ofExecutors({ ...own, elapsed: null })],
    ['if the executors are missing', { response: true, project: { id: PROJECT } }],
    ['if the call failed', { response: false, message: 'No.' }],
    ['in an empty object', {}],
    ['in a text', 'ok'],
    ['in nothing', null],
  ])('%s', (_, body) => {
    expect(() => parse(body)).toThrow(unexpectedAnswer());
  });
});

describe('the moment of the tracked time', () => {
  const later = ANSWERED_AT_MS + 3_600_000;
  const known = exampleTimer({ estimate });

  test('is that of the answer', () => {
    const grown = ofExecutors({ ...own, elapsed: 18_721 });
    expect(parseEstimate(grown, later, known).answeredAtMs).toBe(later);
  });

  test('is that of the first answer, if the tracked time has not grown since', () => {
    expect(parseEstimate(ofExecutors(own), later, known).answeredAtMs).toBe(ANSWERED_AT_MS);
  });

  test.each([
    ['project', { projectId: 'another' }],
    ['user', { userId: 'another' }],
  ])('is its own if the known one is of another %s', (_, patch) => {
    const timer = exampleTimer({ estimate: { ...estimate, ...patch } });
    expect(parseEstimate(ofExecutors(own), later, timer).answeredAtMs).toBe(later);
  });
});

describe('the user whose timer runs', () => {
  const userOf = (patch: object) =>
    parseTimer(
      { ...example, current_execution: { ...example.current_execution, ...patch } },
      ANSWERED_AT_MS,
      'asked',
    ).userId;

  test.each([
    ['is the one of the execution', {}, USER],
    ['may be a number', { user_id: 7 }, '7'],
    ['is else the one that the execution shows', { user_id: null, user: { id: 'u' } }, 'u'],
    ['is else the one of the sessions', { user_id: null, user: null }, USER],
  ])('%s', (_, patch, id) => {
    expect(userOf(patch)).toBe(id);
  });
});
