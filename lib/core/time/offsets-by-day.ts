import { DAY_MS } from './day';
import { type Zone, zoneOffsetMs } from './time-zone';

/**
 * The offset of many moments, as `zoneOffsetMs` tells it. The browser is asked twice for each day, not for each moment: no
 * zone's clock is changed and changed back within a day (BENCH.md).
 */
export function offsetsByDay(): typeof zoneOffsetMs {
  const known = new Map<string, number | null>();
  return (zone, atMs) => {
    if (zone.kind === 'fixed') return zone.offsetMs;
    const day = Math.floor(atMs / DAY_MS);
    const key = `${day} ${zone.timeZone}`;
    let offsetMs = known.get(key);
    if (offsetMs === undefined) {
      offsetMs = offsetOfAll(zone, day * DAY_MS);
      known.set(key, offsetMs);
    }
    return offsetMs ?? zoneOffsetMs(zone, atMs);
  };
}

/** The offset of the whole day; null if it changes. */
function offsetOfAll(zone: Zone, fromMs: number): number | null {
  const offsetMs = zoneOffsetMs(zone, fromMs);
  return zoneOffsetMs(zone, fromMs + DAY_MS) === offsetMs ? offsetMs : null;
}
