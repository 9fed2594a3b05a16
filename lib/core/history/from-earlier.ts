import type { EarlierDays } from '../olie/sessions';
import { dayNear } from '../time/day';
import type { Zone } from '../time/time-zone';
import { dateIn } from './calendar';
import type { Records } from './records';
import { sessionId } from './session-id';

/** The days before today, as versions without a history kept them. Pure. @param zone where the user is */
export function recordsOfEarlier({ days }: EarlierDays, personId: string, zone: Zone): Records {
  const told = days.map(({ startMs, answeredAtMs, sessions }) => {
    const day = dayNear(startMs, zone);
    return {
      day: {
        personId,
        date: dateIn(day.zone, startMs),
        startMs,
        zone: day.zone,
        totalS: null,
        idleS: null,
        isHidden: false,
        answeredAtMs,
        completeAtMs: null,
        watched: [{ fromMs: answeredAtMs, toMs: answeredAtMs }],
      },
      sessions: sessions.map((session) => ({
        ...session,
        id: sessionId(session),
        personId,
        date: dateIn(day.zone, session.finishedAtMs - 1),
        seenAtMs: answeredAtMs,
        isRunning: false,
      })),
    };
  });
  return { days: told.map(({ day }) => day), sessions: told.flatMap((one) => one.sessions) };
}
