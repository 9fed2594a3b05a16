import { browserTimeZone } from '../../lib/browser/texts';
import { badgeClock } from '../../lib/core/badge';
import type { Preferences } from '../../lib/core/preferences';
import { situationOf } from '../../lib/core/situation';
import { slotOf } from '../../lib/core/slot';
import type { State } from '../../lib/core/state';

/** Where in each tick this install asks; undefined where with the tick. */
export function slotNow(state: State, preferences: Preferences): number | undefined {
  const clock = badgeClock(situationOf(state, Date.now(), browserTimeZone()), preferences);
  return slotOf(clock, state.feeds[0]?.connectionId ?? '', preferences.refreshEveryS);
}
