import { describe, expect, test } from 'vitest';
import { type Ledger, NO_LEDGER } from '../../../../lib/core/reminders/ledger';
import type { RuleKey } from '../../../../lib/core/settings/reminder-preferences';
import { runsFeed, workflow, workflowFeed } from '../../../support/examples/example-feed';
import { localMs } from '../../../support/examples/example-history';
import { decided, running } from '../../../support/examples/reminder-facts';

const at = '2026-03-13 14:00';
const ON = { 'workflow-failed': 'on', 'run-failed': 'on' } as const;

/** These were told at that time, and are shown. */
function ledgerWith(toldAt: string, ...rows: [RuleKey, occurrence: string][]): Ledger {
  const told = rows.map(([rule, occurrence]) => {
    return { rule, occurrence, toldAtMs: localMs(toldAt), isShown: true };
  });
  return { ...NO_LEDGER, told };
}
const rowsOf = ({ told }: Ledger) => told.map(({ rule, occurrence }) => `${rule} ${occurrence}`);

const failedWorkflow = (time: string) =>
  workflowFeed({
    data: workflow('workflow_failed', { finishedAtMs: localMs(`2026-03-13 ${time}`) }),
  });
const failedRun = (time: string) =>
  runsFeed({
    data: {
      ...{ creditsToday: 0, isAtLeast: false },
      runs: [
        {
          ...{ id: 'r', startedAtMs: localMs('2026-03-13 12:30'), status: 'failed' },
          ...{ endedAtMs: localMs(`2026-03-13 ${time}`), credits: 1 },
          ...{ isAgentic: true, isPurged: false },
        },
      ],
    },
  });

describe('of what was told', () => {
  const timer = running('2026-01-13 09:00');
  const rules = { 'still-running': 4 } as const;

  test('after thirty days only the very same stays, if it still holds', () => {
    const ledger = ledgerWith(
      '2026-02-10 13:00',
      ['still-running', 'exe'],
      ['still-running', 'other'],
      ['goal', 'exe'],
    );
    expect(rowsOf(decided({ at, timer, rules, ledger }).ledger)).toEqual(['still-running exe']);
  });

  test('all but the very same is taken back', () => {
    const ledger = ledgerWith(
      at,
      ['still-running', 'exe'],
      ['still-running', 'x'],
      ['goal', 'exe'],
    );
    expect(decided({ at, timer, rules, ledger }).takeBack).toEqual([
      ...['olie:still-running:x', 'olie:goal:exe'],
    ]);
  });
});

describe('workflows and runs that ended', () => {
  const [listed, anew] = [runsFeed(), runsFeed({ data: null })];
  test.each([
    ['since newer ones are', listed, ON, []],
    ['and its rule is off', listed, { 'workflow-failed': 'on' } as const, ['run-failed:old']],
    ['since Zaia was connected anew', anew, ON, ['run-failed:old']],
    ['since Zaia is not connected', workflowFeed(), ON, ['run-failed:old']],
  ])('a run that is not listed any more %s', (_, feed, rules, takenBack) => {
    const told = ledgerWith(at, ['run-failed', 'old']);
    const { takeBack } = decided({ at, others: [feed], rules, ledger: told });
    expect(takeBack).toEqual(takenBack.map((one) => `olie:${one}`));
  });

  const open = [
    { key: 'workflow w', sinceMs: localMs('2026-03-13 13:00') },
    { key: 'run r', sinceMs: localMs('2026-03-13 13:00') },
  ];
  const ledger = { ...NO_LEDGER, open };

  test.each([
    ['13:50', '13:55', ['workflow-failed', 'run-failed']],
    ['13:55', '13:50', ['run-failed', 'workflow-failed']],
  ])('are told in the order of their ends: at %s and %s', (workflowAt, runAt, rules) => {
    const others = [failedWorkflow(workflowAt), failedRun(runAt)];
    expect(decided({ at, others, rules: ON, ledger }).show.map(({ rule }) => rule)).toEqual(rules);
  });

  test('are remembered as told, and not as what goes on', () => {
    const others = [failedWorkflow('13:50'), failedRun('13:55')];
    const { ledger: after } = decided({ at, others, rules: ON, ledger });
    expect(after.open).toEqual([]);
    expect(rowsOf(after)).toEqual(['workflow-failed w', 'run-failed r']);
    const again = decided({ at: '2026-03-13 14:01', others, rules: ON, ledger: after });
    expect(again).toMatchObject({ show: [], takeBack: [] });
    expect(again.ledger).toBe(after);
  });

  test.each(['w', 'r'])('are not known by what another rule told: %s', (occurrence) => {
    const others = [failedWorkflow('13:50'), failedRun('13:55')];
    const other = ledgerWith(at, ['away', occurrence]);
    const decision = decided({ at, others, rules: ON, ledger: other });
    expect(decision).toMatchObject({ show: [], ledger: { open: [] } });
  });
});
