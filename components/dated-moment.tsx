import { midnightBefore, type Zone } from '../lib/core/time/time-zone';
import { Moment } from './moment';
import { useNow, useUi } from './ui';

/** Adds the date if it is before today. */
export function DatedMoment({ atMs, zone }: { atMs: number; zone: Zone }) {
  const { format } = useUi();
  const isEarlier = atMs < midnightBefore(zone, useNow(null));
  return (
    <>
      {isEarlier && `${format.shortDate(atMs, zone)}, `}
      <Moment atMs={atMs} zone={zone} />
    </>
  );
}
