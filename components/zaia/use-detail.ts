import { useEffect, useReducer, useState } from 'preact/hooks';
import type { FailureKind } from '../../lib/core/feeds/failure';
import { scheduleOf, type ZaiaFeed } from '../../lib/core/state/feed';
import * as z from '../../lib/core/zod';
import type { SectionProps } from '../popup/section';

/** These pass by themselves. After the others, asking again would bring the same, or is not wanted. */
const PASSING: FailureKind[] = ['offline', 'network', 'intercepted', 'timeout', 'server-error'];

/** What a component needs to ask for details. */
export interface Asking extends Pick<SectionProps, 'askDetail' | 'schedules'> {
  feed: ZaiaFeed;
}

/**
 * Asks for a detail once, when the component appears, and again when `reason` changes. If it could not be had, it is asked
 * for once more when the list is answered.
 * @param argument of which run, for example
 * @returns the detail or how asking failed; null until either is known
 */
export function useDetail<Detail extends object>(
  { feed, schedules, askDetail }: Asking,
  what: string,
  argument: string,
  schema: z.ZodMiniType<Detail>,
  reason: unknown = null,
): Detail | FailureKind | null {
  const [detail, setDetail] = useState<Detail | FailureKind | null>(null);
  const [tries, tryAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (typeof detail === 'string' && PASSING.includes(detail)) tryAgain(undefined);
  }, [scheduleOf(schedules, feed).answeredAtMs]);
  useEffect(() => {
    let isOver = false;
    askDetail(feed, what, argument).then((reply) => {
      // A slow reply must not replace that of a later question.
      if (isOver) return;
      const parsed = z.safeParse(schema, reply?.data);
      setDetail(parsed.success ? parsed.data : (reply?.failure?.kind ?? 'unexpected-answer'));
    });
    return () => {
      isOver = true;
    };
  }, [reason, tries]);
  return detail;
}
