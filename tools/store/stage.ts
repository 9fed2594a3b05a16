/** A real browser with the extension, in which the day of the story goes on. */
import type { Records } from '../../lib/core/history/records.ts';
import type { Zone } from '../../lib/core/time/time-zone.ts';
import { connectB3os, connectOlie, connectZaia } from '../../test/support/browsers/connect.ts';
import { plantHistory } from '../../test/support/browsers/planted-history.ts';
import { choose } from '../../test/support/browsers/stored.ts';
import { type World, world } from '../../test/support/browsers/world.ts';
import { madeUpWeeks } from '../../test/support/examples/made-up-weeks.ts';
import { type Language, textsOf } from '../../test/support/examples/texts.ts';
import {
  NOW_MS,
  PERSON,
  START_OF_DAY_MS,
  STORIES,
  type Story,
  TIME_ZONE,
  todayAt,
  WORKED,
} from './story.ts';

const MINUTE_MS = 60_000;
const HOUR_S = 3600;

export interface Stage extends World {
  story: Story;
  /** Connects all services, as a person does, and fills the history. */
  connectAll: () => Promise<void>;
}

/** Nothing is connected yet. */
export async function stage(language: Language): Promise<Stage> {
  const clock = settableClock(NOW_MS);
  const env = { TZ: TIME_ZONE };
  const here = await world({ browser: 'chromium', language, now: clock.now, env });
  const story = STORIES[language];
  const connectAll = async () => {
    playDay(here, story, clock.set);
    const workflows = playWorkflows(here, story, clock.set);
    clock.set(NOW_MS);
    const t = textsOf(language);
    await choose(here.options, { dailyGoalS: 8 * HOUR_S });
    await connectOlie(here.options, { ...here.olie, executionId: runningId(here) }, t);
    await plantHistory(here.options, weeksOf(story));
    for (const workflow of workflows) {
      await connectB3os(here.options, here.b3os.url, workflow, t);
    }
    await connectZaia(here.options, here.zaia, t);
    clock.set(NOW_MS);
  };
  return Object.assign(here, { story, connectAll });
}

/** Goes on from the moment at which it was set. */
function settableClock(atMs: number) {
  let aheadMs = atMs - Date.now();
  return {
    now: () => Date.now() + aheadMs,
    set: (toMs: number) => {
      aheadMs = toMs - Date.now();
    },
  };
}

function playDay({ olie }: World, { projects }: Story, setClock: (atMs: number) => void): void {
  olie.stop();
  for (const { id } of olie.executions()) olie.remove(id);
  olie.startDay(START_OF_DAY_MS);
  olie.expect({ expected: 40 * HOUR_S, hourlyRate: 0, before: 22 * HOUR_S });
  for (const { project, from, to } of WORKED) {
    const { id, code, name, step, funnel, hourlyRate } = projects[project];
    setClock(todayAt(from));
    olie.start({
      project: { id, code, name },
      step: { id: project + 1, name: step, funnel: { id: project + 1, name: funnel } },
      hourlyRate,
      userName: PERSON,
    });
    if (to === null) continue;
    setClock(todayAt(to));
    olie.stop();
  }
}

/** Three workflows: one runs, one awaits its payment, one has ended. */
function playWorkflows({ b3os }: World, story: Story, setClock: (atMs: number) => void) {
  const begin = (number: number, minutesAgo: number[]) => {
    const at = (minutes: number) => setClock(NOW_MS - minutes * MINUTE_MS);
    const [first = 0, ...others] = minutesAgo;
    at(first);
    const orderId = `${story.order} ${number}`;
    const added = b3os.add({ id: `exe_${number}`, orderId });
    for (const minutes of others) {
      at(minutes);
      b3os.advance(added.id);
    }
    for (const [index, event] of (b3os.executionOf(added.id)?.events ?? []).entries()) {
      [event.title = '', event.message = ''] = story.events[index] ?? [];
    }
    return added;
  };
  return [
    begin(4821, [24, 11, 10.8, 10.5, 4.2, 1.1]),
    begin(4822, [3]),
    begin(4820, [92, 85, 84.9, 84.5, 83, 81, 80.6]),
  ];
}

/** Four weeks with the story's projects, of which the browser saw everything. */
function weeksOf({ projects }: Story) {
  return (before: string, zone: Zone, personId: string): Records => {
    const made = madeUpWeeks(before, zone, personId);
    const ids = [...new Set(made.sessions.map((session) => session.projectId))];
    const days = made.days.map((day) => {
      const endMs = day.startMs + 24 * HOUR_S * 1000 - MINUTE_MS;
      const watched = [{ fromMs: day.startMs, toMs: endMs }];
      return { ...day, answeredAtMs: endMs, completeAtMs: endMs, watched };
    });
    const sessions = made.sessions.map((session) => {
      const project = projects[ids.indexOf(session.projectId)] ?? projects[0];
      return {
        ...session,
        projectId: project.id,
        projectCode: project.code,
        projectName: project.name,
        stepName: project.step,
        funnelName: project.funnel,
        hourlyRate: project.hourlyRate,
        recordedStartMs: null,
        recordedFinishMs: null,
        // Seen by the last answer of its day: what that lacks counts as deleted.
        seenAtMs: days.find(({ date }) => date === session.date)?.answeredAtMs ?? 0,
      };
    });
    return { days, sessions };
  };
}

function runningId({ olie }: World): string {
  return Object(olie.answer().current_execution).id;
}
