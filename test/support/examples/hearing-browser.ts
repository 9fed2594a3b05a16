/** The browser of a simulated person: it hears of their work each minute, and tells. */
import type { Timer } from '../../../lib/core/olie/timer.ts';
import { type Decision, decide } from '../../../lib/core/reminders/decide.ts';
import { seenFirst } from '../../../lib/core/reminders/presence.ts';
import { DEFAULT_PREFERENCES } from '../../../lib/core/settings/preferences.ts';
import type { Feed } from '../../../lib/core/state/feed.ts';
import { NO_STATE } from '../../../lib/core/state/state.ts';
import { answeredSchedule, olieFeed, runsFeed, workflow, workflowFeed } from './example-feed.ts';
import { EXAMPLE_ZONE, exampleExecution, exampleTimer } from './example-timer.ts';
import {
  type Estimate,
  EXPECTED_S,
  GOAL_S,
  MINUTE_MS,
  midnightBefore,
  type Truth,
  trackedS,
  type Work,
} from './simulated-work.ts';
import { uiAt } from './ui.ts';

/** What is expected is asked once an hour. */
const ESTIMATED_MS = 60 * MINUTE_MS;
/** Made once: formats are expensive. */
const WORDS = uiAt(0);
/** Parsed once, too. */
const EXAMPLE = exampleTimer();
const [SESSION] = EXAMPLE.recent;
const EXECUTION = exampleExecution();

/** A minute passes, and the background looks. */
export function minute(work: Work): void {
  work.before = copied(work.truth);
  work.truth.atMs += MINUTE_MS;
  if (work.network !== 'gone') hear(work);
  carryOut(work, decideNow(work));
}

function copied({ atMs, executions, workflows, runs }: Truth): Truth {
  const rows = <Row>(all: Row[]) => all.map((one) => ({ ...one }));
  return { atMs, executions: rows(executions), workflows: rows(workflows), runs: rows(runs) };
}

function hear(work: Work): void {
  const { truth, before, network } = work;
  const heard = { ...copied(network === 'late' ? before : truth), atMs: truth.atMs };
  work.heard = heard;
  const project = heard.executions.find(({ toMs }) => toMs === null)?.project;
  if (project === undefined) return;
  const { estimate } = work;
  const isFresh =
    estimate !== null && estimate.project === project && heard.atMs - estimate.atMs < ESTIMATED_MS;
  if (isFresh) return;
  const { atMs, executions } = heard;
  work.estimate = { project, atMs, trackedS: trackedS(executions, 0, atMs, project) };
}

function decideNow(work: Work): Decision {
  const { truth, heard, ledger, reminders, isLocked } = work;
  const feeds = heard ? feedsOf(work, heard) : [];
  const schedule = answeredSchedule({ answeredAtMs: heard?.atMs ?? null });
  const presence = { ...seenFirst(0), isLocked, awayFromMs: isLocked ? truth.atMs : null };
  return decide(
    {
      stored: { state: { ...NO_STATE, feeds }, schedules: { a: schedule } },
      preferences: { ...DEFAULT_PREFERENCES, dailyGoalS: GOAL_S, reminders },
      ...{ presence, ledger, timeZone: EXAMPLE_ZONE, browserNowMs: truth.atMs, mayShow: true },
    },
    WORDS,
  );
}

function feedsOf({ estimate, looked }: Work, heard: Truth): Feed[] {
  return [
    olieFeed({ data: timerOf(heard, estimate) }),
    ...heard.workflows.map(({ id, status, endedAtMs: finishedAtMs }) =>
      workflowFeed({
        ...{ connectionId: id, isSeen: looked.has(id) },
        data: workflow(status ?? 'workflow_running', { finishedAtMs }),
      }),
    ),
    runsFeed({
      data: {
        ...{ creditsToday: 0, isAtLeast: false },
        runs: heard.runs.map(({ id, beganAtMs: startedAtMs, endedAtMs, status }) => {
          const rest = { credits: 1, isAgentic: true, isPurged: false };
          return { ...rest, id, startedAtMs, endedAtMs, status: status ?? 'running' };
        }),
      },
    }),
  ];
}

function timerOf({ atMs, executions }: Truth, estimate: Estimate | null): Timer {
  const midnightMs = midnightBefore(atMs);
  const totalS = trackedS(executions, midnightMs, atMs);
  const current = executions.find(({ toMs }) => toMs === null);
  if (SESSION === undefined) throw new Error('The documented example has sessions');
  const money = { expectedAmount: 0, hourlyRate: 0, status: '', budget: 0 };
  return {
    ...EXAMPLE,
    ...{ answeredAtMs: atMs, totalS, idleS: (atMs - midnightMs) / 1000 - totalS },
    ...{ projectTotalS: null, stepTotalS: null, lastEarlier: null },
    current: current
      ? { ...EXECUTION, id: current.id, projectId: current.project, startedAtMs: current.fromMs }
      : null,
    recent: executions.flatMap(({ id, project: projectId, fromMs: startedAtMs, toMs }) =>
      toMs === null || toMs < midnightMs
        ? []
        : [{ ...SESSION, id, projectId, startedAtMs, finishedAtMs: toMs }],
    ),
    ...(estimate && {
      estimate: {
        ...{
          projectId: estimate.project,
          userId: EXAMPLE.userId,
          answeredAtMs: estimate.atMs,
          ...money,
        },
        ...{ expectedS: EXPECTED_S, elapsedS: estimate.trackedS },
      },
    }),
  };
}

/** Store, then show. A worker that is killed has lost what comes after. */
function carryOut(work: Work, { ledger, show }: Decision): void {
  const { kill, heard, estimate, looked, isLocked, truth } = work;
  const isKilled = kill !== null && show.length > 0;
  if (isKilled) work.kill = null;
  if ((isKilled && kill === 'storing') || heard === null) return;
  work.ledger = ledger;
  for (const { id, status } of [...heard.workflows, ...heard.runs]) {
    if (status === null) work.wereOpen.add(id);
  }
  if (isKilled) return;
  const isMuted = (ledger.mutedUntilMs ?? 0) > truth.atMs;
  const now = { atMs: truth.atMs, heard, estimate, looked, isLocked, isMuted };
  work.shown.push(...show.map(({ id }) => ({ id, ...now })));
}
