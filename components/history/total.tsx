import type { Clock } from '../../lib/core/time/clock';
import { Duration } from '../duration';
import { Sentence } from '../sentence';

interface TotalProps {
  /** Null if unknown. */
  clock: Clock | null;
  /** It is at least this much. */
  isPartial: boolean;
  /** Id of the element that names it. */
  captionId?: string;
}

/** "8:20", "at least 8:20" */
export function Total({ isPartial, ...duration }: TotalProps) {
  const shown = <Duration key="total" {...duration} />;
  return isPartial ? <Sentence text="atLeast" parts={[shown]} /> : shown;
}
