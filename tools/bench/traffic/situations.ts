/** What is told of a situation by the hour. */
export interface Hour {
  requests: number;
  bytes: number;
}

/** How many requests an hour may make at the default interval; null where it is only told. */
export const SITUATIONS = {
  running: { name: 'a timer runs', most: 60 },
  stopped: { name: 'nothing runs', most: 60 },
  named: { name: 'answers have an ETag and stay the same', most: 60 },
  'popup-open': { name: 'the popup is open', most: null },
  idle: { name: 'the machine is idle', most: 12 },
  locked: { name: 'the machine is locked', most: 12 },
  offline: { name: 'the machine is offline', most: 60 },
  workflows: { name: '50 workflows run', most: 3_000 },
} as const;
export type SituationName = keyof typeof SITUATIONS;

/** What the test that counts writes for tools/bench/traffic.ts, one line of JSON each. */
export type Told =
  | ({ situation: SituationName } & Hour)
  /** From when somebody is back until the request has arrived. */
  | { situation: 'back'; afterMs: number };
