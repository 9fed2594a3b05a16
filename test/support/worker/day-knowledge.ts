/** What the browser can know on a simulated day, by what it was answered and when it was awake. */
import { isProjectRequest } from '../stand-ins/olie.ts';
import { SERVICES, type Service } from '../stand-ins/stand-ins.ts';
import { BEGIN_MS } from './clock.ts';
import type { Wake } from './day-wakes.ts';

/** After a wake in which the worker died, nobody knows how much of it is stored. */
type Sureness = 'surely' | 'perhaps';

export interface Knowledge {
  /** How long the browser was awake and each service good since the last fault, kill or change of the clock. */
  calmMs: Record<Service, number>;
  /** An answer has told the time since the computer's clock was changed. */
  isClockSure: boolean;
  /** When the timer's service last answered, by the server's clock. */
  timerAtMs: number;
  /** The workflows and runs that an answer showed before they had ended. */
  open: Map<string, Sureness>;
  /** The failed workflows that the person has seen. */
  seen: Map<string, Sureness>;
}

export function nothingKnown(): Knowledge {
  const calmMs = { olie: 0, b3os: 0, zaia: 0 };
  return { calmMs, isClockSure: false, timerAtMs: BEGIN_MS, open: new Map(), seen: new Map() };
}

/** Learns what was answered. What the person saw counts only from the next wake on. */
export function learnAnswers(knowledge: Knowledge, wake: Wake): void {
  const { calmMs } = knowledge;
  const { atMs, awakeMs, isKilled, hasJumped, broken, answers } = wake;
  for (const service of SERVICES) {
    const isCalm = !isKilled && !hasJumped && !broken.includes(service);
    calmMs[service] = isCalm ? calmMs[service] + awakeMs : 0;
  }
  if (hasJumped) knowledge.isClockSure = false;
  for (const { service, body, request } of answers) {
    if (service === 'olie' && !isProjectRequest(request)) {
      knowledge.timerAtMs = atMs;
      if (!isKilled) knowledge.isClockSure = true;
    }
    for (const id of openIn(service, body)) mark(knowledge.open, id, isKilled);
  }
}

export function learnSeen({ seen }: Knowledge, wake: Wake): void {
  for (const id of wake.seen) mark(seen, id, wake.isKilled);
}

function mark(ids: Map<string, Sureness>, id: string, isKilled: boolean): void {
  if (ids.get(id) !== 'surely') ids.set(id, isKilled ? 'perhaps' : 'surely');
}

/** The workflows or runs of an answer that have not ended. */
function openIn(service: Service, body: unknown): string[] {
  if (service === 'olie') return [];
  const rows: { id: string; finishedAt?: string | null; endedAt?: string | null }[] =
    service === 'b3os' ? [Object(body).data] : Object(body);
  return rows
    .filter(({ finishedAt = null, endedAt = null }) => finishedAt === null && endedAt === null)
    .map(({ id }) => id);
}
