/** Somebody who starts and stops their timer all day, and corrects in Olie what went wrong. */
import { dateIn, startOfDate } from '../../../lib/core/history/calendar.ts';
import { SAO_PAULO } from '../examples/example-history.ts';
import type { StandInOlie } from '../stand-ins/olie.ts';
import type { OlieWork } from '../stand-ins/olie-day.ts';
import type { Chances } from './chances.ts';
import { serverNowMs } from './clock.ts';

/** An execution as it was before somebody adjusted or deleted it. */
interface Change {
  atMs: number;
  id: string;
  startedAtMs: number;
  finishedAtMs: number;
}

export interface PersonActs {
  /** Starts the timer, or goes on with another project. */
  work(): void;
  stop(): void;
  /** Gives a session of today other times. Sessions never overlap. */
  adjust(): void;
  /** Deletes a session of today. */
  remove(): void;
}

export interface SimulatedPerson {
  acts: PersonActs;
  /** All adjustments and deletions so far, in order. */
  changes: Change[];
}

export function simulatedPerson(olie: StandInOlie, chance: Chances): SimulatedPerson {
  const changes: Change[] = [];
  // The documented answer has one.
  const { project } = olie.answer().current_execution as Required<OlieWork>;
  const projects = ['a', 'b', 'c'].map((id) => ({
    ...project,
    id,
    code: id,
    name: `Project ${id}`,
  }));
  const change = (act: (session: Change) => void) => {
    const [first, ...others] = changeable(olie);
    if (first === undefined) return;
    const session = chance.pick([first, ...others]);
    changes.push(session);
    act(session);
  };
  const acts: PersonActs = {
    work: () => {
      olie.start({ project: chance.pick([project, ...projects]) });
    },
    stop: olie.stop,
    adjust: () => change((session) => olie.adjust(session.id, otherTimes(olie, session, chance))),
    remove: () => change(({ id }) => olie.remove(id)),
  };
  return { acts, changes };
}

/** Each end is moved by half of the session at most, and not beyond its neighbours, midnight and now. */
function otherTimes(olie: StandInOlie, { startedAtMs, finishedAtMs }: Change, chance: Chances) {
  const nowMs = serverNowMs();
  const all = olie.executions();
  const ends = all.map((one) => one.finishedAtMs ?? nowMs).filter((atMs) => atMs <= startedAtMs);
  const starts = all.map((one) => one.startedAtMs).filter((atMs) => atMs >= finishedAtMs);
  const moved = (atMs: number) => atMs + (chance.number() - 0.5) * (finishedAtMs - startedAtMs);
  return {
    startedAtMs: Math.max(startOfToday(), moved(startedAtMs), ...ends),
    finishedAtMs: Math.min(nowMs, moved(finishedAtMs), ...starts),
  };
}

/** The finished sessions that lie in today. The one that the user named stays: it must be known for ever. */
function changeable(olie: StandInOlie): Change[] {
  const atMs = serverNowMs();
  const todayMs = startOfToday();
  return olie
    .executions()
    .filter(({ id, startedAtMs }) => id !== olie.executionId && startedAtMs >= todayMs)
    .flatMap(({ id, startedAtMs, finishedAtMs }) =>
      finishedAtMs === null ? [] : { atMs, id, startedAtMs, finishedAtMs },
    );
}

function startOfToday(): number {
  return startOfDate(dateIn(SAO_PAULO, serverNowMs()), SAO_PAULO);
}
