import { loadAlarm } from '../../lib/browser/alarms';
import { loadPreferences } from '../../lib/browser/preferences-storage';
import { loadState } from '../../lib/browser/state-storage';
import { nextInSlotMs } from '../../lib/core/schedule';
import { joinRound, refresh } from './refresh';
import { slotNow } from './slot';

/** Browsers stop a worker that has called nothing of theirs for 30 s. */
const AWAKE_MS = 20_000;

/**
 * The alarm: the badge turns, and what is due is asked, at once or where in the tick this install asks. A worker that is
 * stopped meanwhile asks at the next turn, for then it is late.
 */
export async function tick(wait = pause): Promise<void> {
  await joinRound();
  const [state, preferences] = await Promise.all([loadState(), loadPreferences()]);
  const slotMs = slotNow(state, preferences);
  if (slotMs === undefined) return;
  const untilMs = nextInSlotMs(slotMs, preferences.refreshEveryS, Date.now());
  while (Date.now() < untilMs) {
    await wait(Math.min(untilMs - Date.now(), AWAKE_MS));
    await loadAlarm();
  }
  await refresh('alarm');
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
