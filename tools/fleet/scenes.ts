/** What the service does with a request. */
export type Outcome = 'answer' | 'refused' | 'too-many-requests';

/** A stretch of time in seconds since the beginning of the scene. */
interface Span {
  fromS: number;
  toS: number;
}

export interface Scene {
  name: 'day' | 'morning' | 'outage' | 'limit';
  title: string;
  /** The wall clock at the beginning, in seconds of the day. */
  beginsAtS: number;
  /** When the browsers are opened. */
  opens: Span;
  /** What is counted. Before it, the fleet settles. */
  counted: Span;
  /** While the service refuses everything, or answers only so many requests per second. */
  trouble: (Span & { answers: number }) | null;
}

const MINUTE_S = 60;
const HOUR_S = 3600;
/** Twice the longest refresh interval. */
const SETTLED_S = 30 * MINUTE_S;
const SETTLING = { fromS: 0, toS: 15 * MINUTE_S };
const TROUBLE = { fromS: SETTLED_S + 15 * MINUTE_S, toS: SETTLED_S + 45 * MINUTE_S };
export const RETRY_AFTER_S = 60;

/** From noon to noon, so that the midnight that most users share is in the middle. */
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
  trouble: { ...TROUBLE, answers: 0 },
};

/** @param normalRate requests per second while all is well; the limited service answers half of them */
export function scenesAt(normalRate: number): Scene[] {
  const answers = normalRate / 2;
  const limit: Scene = {
    ...outage,
    name: 'limit',
    title: `429 with Retry-After: ${RETRY_AFTER_S} above ${Math.round(answers)} requests/s for 30 minutes`,
    trouble: { ...TROUBLE, answers },
  };
  return [day, morning, outage, limit];
}

/** Plays the service. Seconds must not go back. */
export function serviceOf({ trouble }: Scene): (second: number) => Outcome {
  let thisSecond = -1;
  let answered = 0;
  return (second) => {
    if (trouble === null || second < trouble.fromS || second >= trouble.toS) return 'answer';
    if (trouble.answers === 0) return 'refused';
    if (second !== thisSecond) answered = 0;
    thisSecond = second;
    answered += 1;
    return answered <= trouble.answers ? 'answer' : 'too-many-requests';
  };
}
