import { loadStored } from '../../../lib/browser/state-storage.ts';
import { endedBadly } from '../../../lib/core/state/feed.ts';
import type { Chances } from './chances.ts';
import { serverNowMs } from './clock.ts';
import type { World } from './world.ts';

/** The documented user's midnight. */
const MIDNIGHT_MS = Date.parse('2026-03-14T03:00:00Z');
/** Half an hour before the working hours begin. */
const MORNING_MS = Date.parse('2026-03-14T08:30:00Z');
const ENDS = ['workflow_failed', 'workflow_failed', 'workflow_succeeded'] as const;

/** What a person and their workflows do between two alarms. */
export function workOf(
  { olie, b3os, zaia }: World,
  workflows: number,
  chance: Chances,
): () => void {
  let hasTurned = false;
  const anyWorkflow = () => `order_${Math.floor(chance.number() * workflows)}`;
  return () => {
    // Some sessions last for hours.
    if (chance.onceIn(240)) olie.stop();
    if (chance.onceIn(200)) olie.start({ hourlyRate: Math.floor(chance.number() * 100) });
    if (chance.onceIn(90)) b3os.advance(anyWorkflow());
    if (chance.onceIn(45)) b3os.advance(anyWorkflow(), chance.pick(ENDS));
    if (chance.onceIn(70)) zaia.startRun();
    if (chance.onceIn(50)) {
      const run = zaia.runs().findLast(({ endedAtMs }) => endedAtMs === null);
      if (run) zaia.endRun(run.id, chance.pick(['failed', 'completed']));
    }
    if (!hasTurned && serverNowMs() >= MIDNIGHT_MS) {
      hasTurned = true;
      olie.startDay(MIDNIGHT_MS);
    }
  };
}

/** Whether the person opens the popup now: sometimes, and in the morning. */
export function looksOf(chance: Chances): () => boolean {
  let hasLooked = false;
  return () => {
    if (hasLooked || serverNowMs() < MORNING_MS) return chance.onceIn(200);
    hasLooked = true;
    return true;
  };
}

/** The failed workflows that a popup shows as not seen. */
export async function unseenFailures(): Promise<string[]> {
  const { feeds } = (await loadStored()).state;
  return feeds
    .filter((feed) => endedBadly(feed) && !feed.isSeen)
    .map(({ connectionId }) => connectionId);
}
