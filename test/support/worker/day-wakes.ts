/** The wakes of the background's worker on a simulated day. Workers end, and some are killed. */
import type { Fault, ReceivedRequest } from '../stand-ins/server.ts';
import { SERVICES, type Service, type StandIns } from '../stand-ins/stand-ins.ts';
import type { Chances } from './chances.ts';
import { serverNowMs } from './clock.ts';
import { spyOnShowing } from './evening.ts';
import { listen } from './listen.ts';
import { endWorker, makeWorkersMortal, quiet, startMortal, type Worker } from './mortal-worker.ts';

/** The alarm goes off each minute. After a longer time the browser was asleep. */
const ALARM_MS = 60_000;
/** About as many calls as a round makes if everything is due. */
const MOST_CALLS = 60;

/** What goes wrong now. */
export interface Troubles {
  /** What each service answers instead of the truth. */
  faults: Record<Service, Fault | null>;
  /** The computer's clock was changed since the last wake. */
  hasJumped: boolean;
  /** No worker is killed any more. */
  areOver: boolean;
}

/** An event that woke the worker, and all that followed. */
export interface Wake {
  /** By the server's clock. */
  atMs: number;
  /** How long the browser has been awake since the wake before. */
  awakeMs: number;
  /** The worker died, between any two lines. */
  isKilled: boolean;
  hasJumped: boolean;
  /** The services that fail. */
  broken: Service[];
  /** The good answers that it was sent. */
  answers: { service: Service; body: unknown; request: ReceivedRequest }[];
  /** The ids of the notifications that it has shown. */
  shown: string[];
  /** The failed workflows that the person saw in the popup. */
  seen: string[];
}

export type WakeBy = (event: () => unknown, seen?: string[]) => Promise<Wake>;

/** Makes workers mortal, and has the services listened to. Call `world` first. */
export function listenToDay(services: StandIns, { faults }: Troubles) {
  const answers: Wake['answers'] = [];
  for (const service of SERVICES) {
    listen(
      services[service],
      () => faults[service],
      ({ body }, request) => answers.push({ service, body, request }),
    );
  }
  const created = spyOnShowing();
  makeWorkersMortal();
  /** What has come since it was called last. */
  return () => {
    const shown = created.mock.calls.map(([id]) => String(id));
    created.mockClear();
    return { answers: answers.splice(0), shown };
  };
}

/** Starts the first worker. @param heard what has come since it was called last */
export async function wakesOf(
  heard: ReturnType<typeof listenToDay>,
  troubles: Troubles,
  chance: Chances,
): Promise<WakeBy> {
  let worker: Worker = await startMortal();
  let lastMs = serverNowMs();

  const happen = async (event: () => unknown) => {
    if (troubles.areOver) worker.ends = null;
    if (!worker.isDead && !chance.onceIn(25)) {
      await event();
      await quiet(worker);
      return;
    }
    // The browser has ended the idle worker. The next one may be killed in its round.
    const at = 1 + Math.floor(chance.number() * MOST_CALLS);
    const effect = chance.pick(['before', 'after'] as const);
    const ends = !troubles.areOver && chance.onceIn(2) ? { at, effect } : null;
    endWorker();
    worker = await startMortal(ends, event);
  };

  return async (event, seen = []) => {
    await happen(event);
    const atMs = serverNowMs();
    const awakeMs = Math.min(atMs - lastMs, ALARM_MS);
    const { hasJumped, faults } = troubles;
    const broken = SERVICES.filter((service) => faults[service] !== null);
    troubles.hasJumped = false;
    lastMs = atMs;
    return { atMs, awakeMs, isKilled: worker.isDead, hasJumped, broken, ...heard(), seen };
  };
}
