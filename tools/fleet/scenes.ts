/** What the service does with a request. */
export type Outcome = 'answer' | 'refused' | 'too-many-requests';

/** The service as the fleet meets it. Seconds are counted from the beginning of the scene. */
export interface Scene {
  name: 'day' | 'morning' | 'outage' | 'limit';
  title: string;
  /** The wall clock at the beginning, in seconds of the day: the user's midnight is in some of the scenes. */
  beginsAtS: number;
  /** Browsers are opened at any moment between these. */
  opens: { fromS: number; toS: number };
  /** What is counted: before it, the fleet settles. */
  counted: { fromS: number; toS: number };
  /** While the service refuses everything, or answers only so many. */
  trouble: { fromS: number; toS: number; answers: number } | null;
}

const MINUTE_S = 60;
const HOUR_S = 3600;
/** Twice the longest interval. */
const SETTLED_S = 30 * MINUTE_S;
const SETTLING = { fromS: 0, toS: 15 * MINUTE_S };
export const RETRY_AFTER_S = 60;

/** From noon to noon, with the midnight that most of the users share in the middle. */
const day: Scene = {
  name: 'day',
  title: 'A normal day',
  beginsAtS: 12 * HOUR_S - SETTLED_S,
  opens: SETTLING,
  counted: { fromS: SETTLED_S, toS: SETTLED_S + 24 * HOUR_S },
  trouble: null,
};

const morning: Scene = {
  name: 'morning',
  title: 'Everybody opens the browser between 8:55 and 9:05',
  beginsAtS: 8 * HOUR_S + 50 * MINUTE_S,
  opens: { fromS: 5 * MINUTE_S, toS: 15 * MINUTE_S },
  counted: { fromS: 0, toS: 70 * MINUTE_S },
  trouble: null,
};

const outage: Scene = {
  name: 'outage',
  title: 'The service refuses for 30 minutes and comes back',
  beginsAtS: 13 * HOUR_S + 15 * MINUTE_S,
  opens: SETTLING,
  counted: { fromS: SETTLED_S, toS: SETTLED_S + 90 * MINUTE_S },
  trouble: { fromS: SETTLED_S + 15 * MINUTE_S, toS: SETTLED_S + 45 * MINUTE_S, answers: 0 },
};

/** @param answers how many requests a second are answered; the rest is told to stay away for a minute */
function limit(answers: number): Scene {
  return {
    ...outage,
    name: 'limit',
    title: `429 with Retry-After: ${RETRY_AFTER_S} above ${Math.round(answers)} requests/s for 30 minutes`,
    trouble: { fromS: SETTLED_S + 15 * MINUTE_S, toS: SETTLED_S + 45 * MINUTE_S, answers },
  };
}

/** @param normalRate requests a second while all is well: the limited service answers half of them */
export function scenesAt(normalRate: number): Scene[] {
  return [day, morning, outage, limit(normalRate / 2)];
}
