import { saveSchedules } from '../../lib/browser/state-storage';
import { afterAsking } from '../../lib/core/feeds/schedule';
import { arrange } from './arrange';
import { askAll } from './ask';
import { extraOf } from './ask-extra';
import { keepListening } from './live';
import { load } from './load';
import { type Plan, planRound, type RoundRequest, storedWith, type Task } from './plan';
import { setFirstAlarm, show, store } from './publish';
import { remember } from './remember';
import { personSeen, remind } from './remind';

/** Answers are published this often while others are awaited: one slow service does not hold back the rest. */
const PUBLISH_EVERY_MS = 1_000;

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
  const plan = planRound(loaded, request, Date.now());
  let { stored } = loaded;
  const publish = async (tasks: Task[]) => {
    if (!signal.aborted) keepListening(tasks);
    const next = storedWith(plan, tasks);
    const storing = store(next, stored);
    // If one of the two fails, the other one is still done.
    const [shown, saved] = await Promise.allSettled([show(next, loaded), storing]);
    if (saved.status === 'rejected') throw saved.reason;
    stored = saved.value;
    if (shown.status === 'rejected') throw shown.reason;
  };

  let tasks = asAsked(plan, Date.now());
  keepListening(tasks);
  if (plan.due.length > 0) {
    // Before a request leaves: a worker that is killed meanwhile does not ask twice.
    const { schedules } = storedWith(plan, tasks);
    await saveSchedules(schedules, stored.schedules);
    if (stored.state.feeds.length === 0) await setFirstAlarm();
    stored = { ...stored, schedules };
  }
  const queue = [...plan.due];
  const keep = (changed: Task) => {
    tasks = tasks.map((task) => (task.connection === changed.connection ? changed : task));
  };
  const asked: Task[] = [];
  const onAnswer = (task: Task) => {
    keep(task);
    asked.push(task);
  };
  const asking = askAll(queue, plan, onAnswer);
  while (!(await isOver(asking, signal))) await publish(tasks);
  // Tasks that are still in the queue are not asked in this round: they stay as due as they were.
  const left = queue.splice(0);
  left.forEach(keep);
  if (signal.aborted) tasks = withoutWaiting(tasks, plan, [...asked, ...left]);
  const extras = asked.flatMap((task) => extraOf(task, plan.intervalS, Date.now()) ?? []);
  for (const { task } of extras) keep(task);
  await publish(tasks);
  if (signal.aborted) return;
  if (!loaded.preferences.isHistoryOff) remember(plan, tasks, loaded.keptMonths);
  remind(stored, loaded, (id) => {
    // If this round was already told to ask it and did not, the service is paused: rounds would follow without an end.
    if (!request.told?.has(id)) ask(id);
  });
  arrange(loaded);
  if (extras.length === 0) return;
  const more = Promise.all(extras.map(async ({ ask }) => keep(await ask())));
  while (!(await isOver(more, signal))) await publish(tasks);
  await publish(tasks);
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
