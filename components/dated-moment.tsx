import { startOfDay } from '../lib/core/time/day';
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
