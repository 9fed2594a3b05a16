import { isProjectRequest, type StandInOlie } from '../stand-ins/olie.ts';
import type { Fault } from '../stand-ins/server.ts';
import { serverNowMs } from './clock.ts';
import { listen } from './listen.ts';

/** A session as an answer named it. */
export interface Named {
  startedAtMs: number;
  /** Null while it runs. */
  finishedAtMs: number | null;
}

/** A good answer that the browser was given. */
export interface Heard {
  /** By the server's clock. */
  atMs: number;
  sessions: Map<string, Named>;
  /** The worker was killed in that round: nobody knows how much of it is written. */
  isLost: boolean;
  /** Another number after each start of the browser and each killed worker. */
  life: number;
  /** How much the person had done in Olie until then. */
  deeds: number;
}

/**
 * Listens to what the stand-in answers, and makes it fail.
 * @param now what is true at that moment
 * @returns the good answers, in order
 */
export function hear(
  olie: StandInOlie,
  now: { fault: Fault | null; life: number; deeds: number },
): Heard[] {
  const heard: Heard[] = [];
  listen(
    olie,
    () => now.fault,
    ({ body }, request) => {
      if (isProjectRequest(request)) return;
      const { life, deeds } = now;
      heard.push({ atMs: serverNowMs(), sessions: namedIn(body), isLost: false, life, deeds });
    },
  );
  return heard;
}

function namedIn(body: unknown): Map<string, Named> {
  const { current_execution: current, recent_executions: recent } = Object(body);
  const rows: { id: string; started_at: string; finished_at: string | null }[] = [
    ...(current ? [current] : []),
    ...recent,
  ];
  return new Map(
    rows.map(({ id, started_at, finished_at }) => [
      id,
      {
        startedAtMs: Date.parse(started_at),
        finishedAtMs: finished_at === null ? null : Date.parse(finished_at),
      },
    ]),
  );
}
