import { minute } from './hearing-browser.ts';
import { type Job, MINUTE_MS, type Work } from './simulated-work.ts';

/** What happens between two minutes. */
export type Step =
  | { kind: 'wait' | 'sleep' | 'mute' | 'correct'; minutes: number }
  | { kind: 'work'; project: string }
  | { kind: 'begin' | 'end' | 'flash'; what: 'workflows' | 'runs'; status: string }
  | { kind: 'network'; is: Work['network'] }
  | { kind: 'kill'; before: 'storing' | 'showing' }
  | { kind: 'stop' | 'look' | 'lock' | 'unlock' };

const STATUS = {
  workflows: { failed: 'workflow_failed', good: 'workflow_succeeded' },
  runs: { failed: 'failed', good: 'completed' },
} as Record<string, Record<string, string>>;

/** Does one step. After each minute, `look` may check what is so. */
export function take(work: Work, step: Step, look: () => void): void {
  const { truth } = work;
  const running = truth.executions.find(({ toMs }) => toMs === null);
  switch (step.kind) {
    case 'wait':
      for (let count = 0; count < step.minutes; count += 1) {
        minute(work);
        look();
      }
      break;
    case 'sleep':
      // The computer is off.
      truth.atMs += step.minutes * MINUTE_MS;
      break;
    case 'mute':
      work.ledger = { ...work.ledger, mutedUntilMs: truth.atMs + step.minutes * MINUTE_MS };
      break;
    case 'correct': {
      const last = truth.executions.findLast(({ toMs }) => toMs !== null);
      if (last?.toMs) last.fromMs = Math.min(last.toMs, last.fromMs + step.minutes * MINUTE_MS);
      break;
    }
    case 'work':
    case 'stop':
      if (running) running.toMs = truth.atMs;
      if (step.kind === 'work') {
        const id = `e${truth.executions.length}`;
        truth.executions.push({ id, project: step.project, fromMs: truth.atMs, toMs: null });
      }
      break;
    case 'begin':
      begin(work, step.what);
      break;
    case 'flash':
      // It is over before anybody hears of it.
      end(begin(work, step.what), step, truth.atMs);
      break;
    case 'end':
      end(
        truth[step.what].find(({ status }) => status === null),
        step,
        truth.atMs,
      );
      break;
    case 'look':
      work.looked = new Set(
        work.heard?.workflows
          .filter(({ status }) => status === 'workflow_failed')
          .map(({ id }) => id),
      );
      break;
    case 'lock':
    case 'unlock':
      work.isLocked = step.kind === 'lock';
      break;
    case 'network':
      work.network = step.is;
      break;
    case 'kill':
      work.kill = step.before;
      work.isTroubled = true;
  }
}

function begin({ truth }: Work, what: 'workflows' | 'runs'): Job {
  const all = truth[what];
  const job = { id: `${what}-${all.length}`, beganAtMs: truth.atMs, status: null, endedAtMs: null };
  all.push(job);
  return job;
}

function end(
  job: Job | undefined,
  { what, status }: { what: string; status: string },
  atMs: number,
) {
  if (job) Object.assign(job, { status: STATUS[what]?.[status] ?? '', endedAtMs: atMs });
}
