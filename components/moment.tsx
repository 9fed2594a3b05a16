import { isoMoment } from '../lib/core/time/format';
import type { Zone } from '../lib/core/time/time-zone';
import { useUi } from './ui';

export function Moment({ atMs, zone }: { atMs: number; zone: Zone }) {
  const { format } = useUi();
  return <time dateTime={isoMoment(atMs)}>{format.timeOfDay(atMs, zone)}</time>;
}
