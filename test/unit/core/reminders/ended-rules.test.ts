import { describe, expect, test } from 'vitest';
import { NO_LEDGER } from '../../../../lib/core/reminders/ledger';
import { DEFAULT_PREFERENCES } from '../../../../lib/core/settings/preferences';
import type { Feed } from '../../../../lib/core/state/feed';
import type { Run } from '../../../../lib/core/zaia/agent-runs';
import { runsFeed, workflow, workflowFeed } from '../../../support/examples/example-feed';
import { localMs } from '../../../support/examples/example-history';
import { ALL_OFF, type Case, decided } from '../../../support/examples/reminder-facts';

const at = '2026-03-13 14:00';
const finishedAtMs = localMs('2026-03-13 13:58');

/** What is told of `after`, if `before` was seen first. */
function then(rules: Case['rules'], before: Feed, after: Feed, atEnd = at) {
  const { ledger } = decided({ at: '2026-03-13 13:00', others: [before], rules });
  return decided({ at: atEnd, others: [after], rules, ledger });
}

describe('a watched workflow', () => {
  const runs = workflowFeed({ label: 'Kit da Ana' });
  const ended = (status: string) => ({ ...runs, data: workflow(status, { finishedAtMs }) });
  const failed = { id: 'olie:workflow-failed:w', rule: 'workflow-failed' };

  test('that fails is told, with the time', () => {
    expect(then({ 'workflow-failed': 'on' }, runs, ended('workflow_failed')).show).toEqual([
      { ...failed, title: 'Kit da Ana: Failed', message: 'B3OS, ended at 13:58' },
    ]);
  });

  test.each([
    ['workflow_succeeded', 'Kit da Ana: Succeeded'],
    ['workflow_cancelled', 'Kit da Ana: Cancelled'],
  ])('that ends otherwise is told by the other rule: %s', (status, title) => {
    expect(then({ 'workflow-failed': 'on' }, runs, ended(status)).show).toEqual([]);
    const { show } = then({ 'workflow-ended': 'on' }, runs, ended(status));
    expect(show).toMatchObject([{ id: 'olie:workflow-ended:w', title }]);
    expect(then({ 'workflow-ended': 'on' }, runs, ended('workflow_failed')).show).toEqual([]);
  });

  test('that goes on is not told', () => {
    const rules = { 'workflow-failed': 'on', 'workflow-ended': 'on' } as const;
    expect(then(rules, runs, runs).show).toEqual([]);
  });

  test('that had ended when it was first seen is not told', () => {
    const end = ended('workflow_failed');
    expect(then({ 'workflow-failed': 'on' }, end, end).show).toEqual([]);
  });

  test('that ended while the rule was off is not told later', () => {
    const first = then({}, runs, ended('workflow_failed'));
    const rules = { 'workflow-failed': 'on' } as const;
    const later = { at, others: [ended('workflow_failed')], rules, ledger: first.ledger };
    expect(decided(later).show).toEqual([]);
  });

  test('is told once, and taken back once it was seen', () => {
    const rules = { 'workflow-failed': 'on' } as const;
    const { ledger } = then(rules, runs, ended('workflow_failed'));
    const others = [ended('workflow_failed')];
    const again = { at: '2026-03-13 14:01', rules, ledger };
    expect(decided({ ...again, others })).toMatchObject({ show: [], takeBack: [] });
    const isSeen = [{ ...ended('workflow_failed'), isSeen: true }];
    const { takeBack, ledger: next } = decided({ ...again, others: isSeen });
    expect(takeBack).toEqual(['olie:workflow-failed:w']);
    expect(decided({ ...again, others: isSeen, ledger: next }).takeBack).toEqual([]);
  });

  test('that fails at night is told in the morning, with its day', () => {
    const rules = { 'workflow-failed': 'on' } as const;
    const end = {
      ...runs,
      data: workflow('workflow_failed', { finishedAtMs: localMs('2026-03-13 23:10') }),
    };
    const night = then(rules, runs, end, '2026-03-13 23:11');
    expect(night.show).toEqual([]);
    const morning = { at: '2026-03-16 09:00', others: [end], rules, ledger: night.ledger };
    expect(decided({ ...morning, at: '2026-03-16 08:59:59' }).show).toEqual([]);
    expect(decided(morning).show).toEqual([
      { ...failed, title: 'Kit da Ana: Failed', message: 'B3OS, ended at Fri, Mar 13, 23:10' },
    ]);
  });

  test.each([
    // Olie's clock may be behind, and B3OS need not tell it.
    ['2026-03-13 14:05', 'B3OS, ended at 14:05'],
    [null, 'B3OS'],
  ])('that ended at %s is told all the same', (end, message) => {
    const data = workflow('workflow_failed', { finishedAtMs: end === null ? null : localMs(end) });
    const { show } = then({ 'workflow-failed': 'on' }, runs, { ...runs, data });
    expect(show).toEqual([{ ...failed, title: 'Kit da Ana: Failed', message }]);
  });

  test('has its name in one line', () => {
    const named = { ...ended('workflow_failed'), label: 'Kit\n da  Ana' };
    const { show } = then({ 'workflow-failed': 'on' }, runs, named);
    expect(show).toMatchObject([{ title: 'Kit da Ana: Failed' }]);
  });

  test('that never answered is none', () => {
    const silent = [{ ...runs, data: null }, runsFeed({ data: null })];
    const rules = { 'workflow-failed': 'on', 'workflow-ended': 'on', 'run-ended': 'on' } as const;
    const decision = decided({ at, others: silent, rules });
    expect(decision).toMatchObject({ show: [], ledger: { open: [] } });
  });

  test('needs no answer of the timer', () => {
    const rules = { 'workflow-failed': 'on' } as const;
    const { ledger } = decided({ at: '2026-03-13 13:00', others: [runs], rules });
    const late = { at, others: [ended('workflow_failed')], rules, ledger, ageS: 4000 };
    expect(decided(late)).toMatchObject({ show: [failed], askFirst: false });
  });
});

describe('an agent run', () => {
  const going: Run = {
    ...{ id: 'r', startedAtMs: localMs('2026-03-13 12:30'), endedAtMs: null, status: 'running' },
    ...{ credits: 1, isAgentic: true, isPurged: false },
  };
  const feed = (...runs: Run[]) => runsFeed({ data: { runs, creditsToday: 0, isAtLeast: false } });
  const ended = (status: string, patch: Partial<Run> = {}) => ({
    ...going,
    status,
    endedAtMs: finishedAtMs,
    ...patch,
  });

  test.each([
    ['run-failed', 'failed', 'Agent run of 12:30: Failed'],
    ['run-ended', 'completed', 'Agent run of 12:30: Completed'],
    ['run-ended', 'cancelled', 'Agent run of 12:30: Cancelled'],
    ['run-ended', 'given up', 'Agent run of 12:30: given up'],
  ] as const)('%s: %s', (rule, status, title) => {
    const message = 'Zaia, ended at 13:58';
    expect(then({ [rule]: 'on' }, feed(going), feed(ended(status))).show).toEqual([
      { id: `olie:${rule}:r`, rule, title, message },
    ]);
    const other = rule === 'run-failed' ? 'run-ended' : 'run-failed';
    expect(then({ [other]: 'on' }, feed(going), feed(ended(status))).show).toEqual([]);
  });

  test('that was never seen unfinished is not told', () => {
    expect(then({ 'run-ended': 'on' }, feed(), feed(ended('completed'))).show).toEqual([]);
  });

  test('that another run called is told only if such runs are shown, or it is followed', () => {
    const rules = { 'run-ended': 'on' } as const;
    const nested = { parentId: 'p' };
    const [before, after] = [feed({ ...going, ...nested }), feed(ended('completed', nested))];
    expect(then(rules, before, after).show).toEqual([]);
    const run = ended('completed', nested);
    const followed = [{ id: 'r', run, failure: null }];
    const data = { runs: [run], creditsToday: 0, isAtLeast: false, followed };
    expect(then(rules, before, runsFeed({ data })).show).toHaveLength(1);
  });

  test('that another run called is told where such runs are shown', () => {
    const reminders = { isOn: true, rules: { ...ALL_OFF, 'run-ended': 'on' as const } };
    const preferences = { ...DEFAULT_PREFERENCES, reminders, onlyTopLevelRuns: false };
    const before = feed({ ...going, parentId: 'p' });
    const after = feed(ended('completed', { parentId: 'p' }));
    const { ledger } = decided({ at: '2026-03-13 13:00', others: [before], preferences });
    const { show } = decided({ at, others: [after], preferences, ledger });
    expect(show.map(({ id }) => id)).toEqual(['olie:run-ended:r']);
  });

  test('of which nobody knows when it began is called by its id', () => {
    const before = feed({ ...going, startedAtMs: null });
    const after = feed(ended('failed', { startedAtMs: null }));
    const { show } = then({ 'run-failed': 'on' }, before, after);
    expect(show).toMatchObject([{ title: 'Agent run of r: Failed' }]);
  });

  test('that ends by a clock that is ahead is told all the same', () => {
    const late = ended('failed', { endedAtMs: localMs('2026-03-13 14:05') });
    const { show } = then({ 'run-failed': 'on' }, feed(going), feed(late));
    expect(show).toMatchObject([{ message: 'Zaia, ended at 14:05' }]);
  });

  test('that is out of the list for a while is told all the same', () => {
    const rules = { 'run-ended': 'on' } as const;
    const { ledger } = then(rules, feed(going), feed());
    expect(ledger.open).toEqual([{ key: 'run r', sinceMs: localMs('2026-03-13 13:00') }]);
    expect(decided({ at, others: [feed(ended('completed'))], rules, ledger }).show).toHaveLength(1);
  });
});

test('nothing new is nothing to store', () => {
  const rules = { 'run-ended': 'on' } as const;
  const { ledger } = decided({ at, others: [runsFeed(), workflowFeed()], rules });
  expect(ledger.open.map(({ key }) => key)).toEqual(['run r', 'workflow w']);
  expect(decided({ at, others: [runsFeed(), workflowFeed()], rules, ledger }).ledger).toBe(ledger);
  expect(decided({ at, rules }).ledger).toBe(NO_LEDGER);
});
