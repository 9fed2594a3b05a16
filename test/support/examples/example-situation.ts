import type { Situation } from '../../../lib/core/state/situation.ts';
import { ANSWERED_AT_MS, exampleTimer } from './example-timer.ts';

/** The situation right after the documented answer. */
export function exampleSituation(patch: Partial<Situation> = {}): Situation {
  return {
    kind: 'running',
    timer: exampleTimer(),
    nowMs: ANSWERED_AT_MS,
    failure: null,
    settingsUnreadable: false,
    isUnsaved: false,
    needsUser: false,
    isOld: false,
    ageS: 0,
    isDayOver: false,
    ongoing: 0,
    unseen: [],
    othersFailures: [],
    hasOthers: false,
    ...patch,
  };
}
