import { type Day, startOfDay } from '../lib/core/time/day';
import type { Zone } from '../lib/core/time/time-zone';
import { Moment } from './moment';
import { useNow, useUi } from './ui';

/** Adds the date if it is before today. */
export function DatedMoment({ atMs, zone }: { atMs: number; zone: Zone }) {
  const { format } = useUi();
  const isEarlier = atMs < startOfDay(zone, useNow(null));
  return (
    <>
      {isEarlier && `${format.shortDate(atMs, zone)}, `}
      <Moment atMs={atMs} zone={zone} />
    </>
  );
}

/** A moment in a list of one day. Adds the date if it is of another one. */
export function MomentOfDay({ atMs, day }: { atMs: number; day: Day }) {
  const { format } = useUi();
  const { startMs, endMs, zone } = day;
  return (
    <>
      {(atMs < startMs || atMs > endMs) && `${format.shortDate(atMs, zone)}, `}
      <Moment atMs={atMs} zone={zone} />
    </>
  );
}
