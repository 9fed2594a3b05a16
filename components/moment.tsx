import { isoMoment } from '../lib/core/time/format';
import type { Zone } from '../lib/core/time/time-zone';
import { useUi } from './ui';

/** A time of day in the user's time zone. */
export function Moment({ atMs, zone }: { atMs: number; zone: Zone }) {
  const { format } = useUi();
  return <time dateTime={isoMoment(atMs)}>{format.timeOfDay(atMs, zone)}</time>;
}
