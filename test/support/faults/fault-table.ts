import type { RunnerTask } from 'vitest';

/** One row of the table of faults: what was broken on purpose, and what the user saw. `npm run faults` prints them. */
export interface FaultRow {
  area: 'network' | 'answers' | 'status' | 'time' | 'browser';
  /** The service that was broken, or '-' where the fault is not of a service. */
  service: 'Olie' | 'B3OS' | 'Zaia' | '-';
  /** What was broken, in a few words. */
  fault: string;
  /** Where it was seen: unit tests on a faked browser with real HTTP, or a real browser. */
  where: 'unit' | 'chromium' | 'firefox';
  /** What the state says afterwards: the failure's kind, or 'answered'. */
  state: string;
  /** The badge's text and tone, as "37m running". */
  badge: string;
  /** When the next try comes, as "in 60 to 120 s", "when the user does something". */
  nextTry: string;
  /** What the popup says, as its own words. */
  popup: string;
}

declare module 'vitest' {
  interface TaskMeta {
    faultRows?: FaultRow[];
  }
}

/** Notes a row of the table with the test that has just seen it. */
export function noteRow({ meta }: RunnerTask, row: FaultRow): void {
  meta.faultRows = [...(meta.faultRows ?? []), row];
}
