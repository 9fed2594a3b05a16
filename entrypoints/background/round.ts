import { saveSchedules } from '../../lib/browser/state-storage';
import { afterAsking } from '../../lib/core/feeds/schedule';
import type { Stored } from '../../lib/core/state/state';
import { arrange } from './arrange';
import { askAll } from './ask';
import { type ExtraTask, extraOf } from './ask-extra';
import { keepListening } from './live';
import { type Loaded, load } from './load';
import { type Plan, planRound, type RoundRequest, storedWith, type Task } from './plan';
import { setFirstAlarm, show, store, withUnsaved } from './publish';
import { remember } from './remember';
import { personSeen, remind } from './remind';

/** Answers are published this often while others are awaited: one slow service does not hold back the rest. */
const PUBLISH_EVERY_MS = 1_000;

/** A round as far as it has come. */
interface Round {
  readonly plan: Plan;
  readonly loaded: Loaded;
  readonly signal: AbortSignal;
  /** One for each connection, with its answer or failure as soon as that is there. */
  tasks: Task[];
  /** What is stored by now. */
  stored: Stored;
}

/**
 * Asks what is due, stores the answers, and draws badge and alarm from them.
 * @param ask asks a connection once more: its answer must confirm a reminder
 * @param signal ends the asking and does not wait for what is out: the connections have changed
 */
export async function runRound(
  request: RoundRequest,
  ask: (connectionId: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const loaded = await load();
  personSeen(loaded);
  const { stored } = loaded;
  const plan = planRound({ ...loaded, stored: withUnsaved(stored) }, request, Date.now());
  const tasks = asAsked(plan, Date.now());
  const round: Round = { plan, loaded, signal, tasks, stored };
  keepListening(tasks);
  if (plan.due.length > 0) await saveDue(round);
  const asked = await askDue(round);
  const extras = asked.flatMap((task) => extraOf(task, plan.intervalS, Date.now()) ?? []);
  for (const { task } of extras) keep(round, task);
  await publish(round);
  if (signal.aborted) return;
  if (!loaded.preferences.isHistoryOff) remember(plan, round.tasks, loaded.keptMonths);
  remind(round.stored, loaded, (id) => {
    // If this round was already told to ask it and did not, the service is paused: rounds would follow without an end.
    if (!request.told.has(id)) ask(id);
  });
  arrange(loaded);
  if (extras.length > 0) await askExtras(round, extras);
}

/** Saves when to ask next, before a request leaves: a worker that is killed meanwhile does not ask twice. */
async function saveDue(round: Round): Promise<void> {
  const { plan, tasks, stored } = round;
  const { schedules } = storedWith(plan, tasks);
  await saveSchedules(schedules, stored.schedules);
  if (stored.state.feeds.length === 0) await setFirstAlarm();
  round.stored = { ...stored, schedules };
}

/** Asks what is due. @returns the tasks that were asked, each with its answer or failure */
async function askDue(round: Round): Promise<Task[]> {
  const { plan, signal } = round;
  const queue = [...plan.due];
  const asked: Task[] = [];
  const onAnswer = (task: Task) => {
    keep(round, task);
    asked.push(task);
  };
  await publishUntil(askAll(queue, plan, onAnswer), round);
  // Tasks that are still in the queue are not asked in this round: they stay as due as they were.
  const left = queue.splice(0);
  for (const task of left) keep(round, task);
  if (signal.aborted) round.tasks = withoutWaiting(round.tasks, plan, [...asked, ...left]);
  return asked;
}

/** Asks for what stands beside the answers, and publishes it. */
async function askExtras(round: Round, extras: ExtraTask[]): Promise<void> {
  await publishUntil(Promise.all(extras.map(async ({ ask }) => keep(round, await ask()))), round);
  await publish(round);
}

/** Puts a task in the place of what was known of its connection. */
function keep(round: Round, changed: Task): void {
  round.tasks = round.tasks.map((task) =>
    task.connection === changed.connection ? changed : task,
  );
}

/** Publishes each second, until all is answered or the round is stopped. */
async function publishUntil(asking: Promise<unknown>, round: Round): Promise<void> {
  while (!(await isOver(asking, round.signal))) await publish(round);
}

/** Draws what is known by now, and stores what of it is new. */
async function publish(round: Round): Promise<void> {
  const { plan, loaded, signal, tasks, stored } = round;
  if (!signal.aborted) keepListening(tasks);
  const next = storedWith(plan, tasks);
  const storing = store(next, stored);
  // If one of the two fails, the other one is still done.
  const [shown, saved] = await Promise.allSettled([show(next, loaded), storing]);
  if (saved.status === 'rejected') throw saved.reason;
  round.stored = saved.value;
  if (shown.status === 'rejected') throw shown.reason;
}

/** The tasks of a plan, those to ask with a request that leaves now. */
function asAsked({ tasks, due, intervalS }: Plan, nowMs: number): Task[] {
  return tasks.map((task) =>
    due.includes(task) ? { ...task, schedule: afterAsking(task.schedule, nowMs, intervalS) } : task,
  );
}

/**
 * The tasks after the round was stopped: a connection whose request is not waited for is as due as before. The alarm asks
 * it again, not the round of the change.
 */
function withoutWaiting(tasks: Task[], { due }: Plan, settled: Task[]): Task[] {
  const isSettled = ({ connection }: Task) =>
    settled.some((task) => task.connection === connection);
  return tasks.map((task) => {
    const before = due.find(({ connection }) => connection === task.connection);
    if (before === undefined || isSettled(task)) return task;
    return { ...task, schedule: { ...task.schedule, dueAtMs: before.schedule.dueAtMs } };
  });
}

/** Resolves with true when all is answered or the signal came, and with false when it is time to publish. */
async function isOver(asking: Promise<unknown>, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return true;
  return new Promise((resolve, reject) => {
    const pause = setTimeout(() => resolve(false), PUBLISH_EVERY_MS);
    signal.addEventListener('abort', () => resolve(true), { once: true });
    asking.then(() => resolve(true), reject).finally(() => clearTimeout(pause));
  });
}
