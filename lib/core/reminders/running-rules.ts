import { sessionId } from '../history/session-id';
import type { Execution, Timer } from '../olie/timer';
import { HOUR_MS } from '../time/time-zone';
import type { Words } from '../ui';
import { LEAST_ABSENCE_MS, presentFromMs } from './presence';
import type { Known, Occurrence, Rule } from './rule';
import { lengthText, momentText, workName } from './words';
import { freeFromMs } from './working-hours';

const MINUTE_MS = 60_000;
/** Whoever stops at the end of the working hours, or soon after it, needs no reminder. */
const AFTER_END_MS = 10 * MINUTE_MS;
/** A later reminder would come at night. */
const UNTIL_AFTER_END_MS = 2 * HOUR_MS;

/** An execution that runs, and when it began. */
interface Running {
  execution: Execution;
  id: string;
  startedAtMs: number;
}

/** What runs; null if nothing does, or if nobody knows since when. */
function runningIn(timer: Timer | null): Running | null {
  const execution = timer?.current ?? null;
  const startedAtMs = execution?.startedAtMs ?? null;
  if (execution === null || startedAtMs === null) return null;
  return { execution, id: sessionId(execution), startedAtMs };
}

/** The name of the work in the examples. */
const work = (words: Words) => words.t('remindExample');

export const stillRunning: Rule = {
  isTimed: true,
  find: ({ timer, nowMs, zone }, hours) => {
    const running = runningIn(timer);
    if (running === null) return [];
    const { id, startedAtMs, execution } = running;
    const say: Occurrence['say'] = (words) => ({
      title: words.t('remindStillRunning', workName(execution, words)),
      message: timer?.hidden
        ? words.t('remindStillWorking')
        : runsText(startedAtMs, { nowMs, zone }, words),
    });
    return [{ id, dueAtMs: startedAtMs + hours * HOUR_MS, say }];
  },
  example: (nowMs, zone) => (words) => ({
    title: words.t('remindStillRunning', work(words)),
    message: runsText(nowMs - 4 * HOUR_MS, { nowMs, zone }, words),
  }),
};

function runsText(
  sinceMs: number,
  { nowMs, zone }: Pick<Known, 'nowMs' | 'zone'>,
  words: Words,
): string {
  const length = lengthText(sinceMs, nowMs, words);
  return words.t('remindRunsSince', length, momentText(sinceMs, nowMs, zone, words));
}

export const afterHours: Rule = {
  isTimed: true,
  isOutsideHours: true,
  find: ({ timer, zone, spans }) => {
    const running = runningIn(timer);
    if (running === null) return [];
    const { id, startedAtMs, execution } = running;
    return (
      spans
        // Nothing is told of a timer that started after hours, nor where one day's hours lead into the next day's.
        .filter(({ toMs }) => startedAtMs < toMs && spans.every(({ fromMs }) => fromMs !== toMs))
        .map(({ date, toMs }) => ({
          id: `${id} ${date}`,
          dueAtMs: toMs + AFTER_END_MS,
          untilMs: toMs + UNTIL_AFTER_END_MS,
          say: (words) => ({
            title: words.t('remindStillRunning', workName(execution, words)),
            message: words.t('remindAfterHours', words.format.timeOfDay(toMs, zone)),
          }),
        }))
    );
  },
  example: (nowMs, zone) => (words) => ({
    title: words.t('remindStillRunning', work(words)),
    message: words.t('remindAfterHours', words.format.timeOfDay(nowMs - AFTER_END_MS, zone)),
  }),
};

export const away: Rule = {
  isTimed: true,
  find: ({ timer, nowMs, zone, presence, hours, spans }, minutes) => {
    const running = runningIn(timer);
    if (running === null) return [];
    // Only the last absence: whoever was away twice needs one reminder.
    const absence = presence.absences.findLast(
      ({ fromMs, toMs }) => toMs - fromMs >= minutes * MINUTE_MS && running.startedAtMs <= fromMs,
    );
    if (absence === undefined) return [];
    const { fromMs, toMs } = absence;
    const say: Occurrence['say'] = (words) => ({
      title: words.t('remindAway', workName(running.execution, words)),
      message: timer?.hidden
        ? words.t('remindStillWorking')
        : awayText(fromMs, toMs, { nowMs, zone }, words),
    });
    const isWaiting = presence.awayFromMs !== null;
    // The times say already that it ran for hours: no second reminder for that. Outside the working hours none came before.
    const workedFromMs = spans.findLast((span) => span.fromMs <= nowMs)?.fromMs ?? toMs;
    const covers = {
      rule: 'still-running',
      fromMs: freeFromMs(hours, zone, fromMs),
      toMs: Math.max(toMs, workedFromMs),
    } as const;
    return [{ id: `${running.id} ${fromMs}`, dueAtMs: toMs, isWaiting, covers, say }];
  },
  example: (nowMs, zone) => (words) => ({
    title: words.t('remindAway', work(words)),
    message: awayText(nowMs - 47 * MINUTE_MS, nowMs, { nowMs, zone }, words),
  }),
};

function awayText(
  fromMs: number,
  toMs: number,
  { nowMs, zone }: Pick<Known, 'nowMs' | 'zone'>,
  words: Words,
): string {
  const [from, to] = [fromMs, toMs].map((atMs) => momentText(atMs, nowMs, zone, words));
  return words.t('remindAwayTimes', from ?? '', to ?? '', lengthText(fromMs, toMs, words));
}

export const notStarted: Rule = {
  isTimed: true,
  find: ({ timer, nowMs, zone, presence, spans }, minutes) => {
    const span = spans.find(({ toMs }) => toMs > nowMs);
    if (timer === null || timer.current !== null || span === undefined) return [];
    const last = [...timer.recent, ...(timer.lastEarlier ? [timer.lastEarlier] : [])].reduce(
      (latest, one) => (one.finishedAtMs > latest.finishedAtMs ? one : latest),
      { id: '', finishedAtMs: 0 },
    );
    // The working hours in which the gap began: yesterday's, if they lead into today's.
    const began = spans.find(({ fromMs, toMs }) => {
      const isOfGap = last.finishedAtMs > fromMs && last.finishedAtMs <= toMs;
      return isOfGap && (toMs === span.toMs || toMs === span.fromMs);
    });
    const sinceMs = Math.max(began?.fromMs ?? span.fromMs, last.finishedAtMs);
    const fromMs = Math.max(sinceMs, presentFromMs(presence));
    return [
      {
        // The gap after a session, or at the start of the working day.
        id: began ? `${began.date} ${last.id || last.finishedAtMs}` : span.date,
        // If that session is deleted, the gap only becomes longer.
        sinceMs,
        dueAtMs: fromMs + minutes * MINUTE_MS,
        isWaiting: presence.awayFromMs !== null,
        stays: true,
        say: (words) => ({
          title: words.t('noTimerRunning'),
          message: timer.hidden
            ? words.t('remindNothingRuns')
            : words.t('remindNotStarted', momentText(fromMs, nowMs, zone, words)),
        }),
      },
    ];
  },
  example: (nowMs, zone) => (words) => ({
    title: words.t('noTimerRunning'),
    message: words.t(
      'remindNotStarted',
      momentText(nowMs - 2 * LEAST_ABSENCE_MS, nowMs, zone, words),
    ),
  }),
};
