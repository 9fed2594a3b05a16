import { useEffect, useState } from 'preact/hooks';
import type { FailureKind } from '../../lib/core/feeds/failure';
import type { ZaiaFeed } from '../../lib/core/state/feed';
import * as z from '../../lib/core/zod';
import type { SectionProps } from '../popup/section';

/** What a component needs to ask for details. */
export interface Asking extends Pick<SectionProps, 'askDetail'> {
  feed: ZaiaFeed;
}

/**
 * Asks for a detail once, when the component appears, and again when `reason` changes.
 * @param argument of which run, for example
 * @returns the detail or how asking failed; null until either is known
 */
export function useDetail<Detail extends object>(
  { feed, askDetail }: Asking,
  what: string,
  argument: string,
  schema: z.ZodMiniType<Detail>,
  reason: unknown = null,
): Detail | FailureKind | null {
  const [detail, setDetail] = useState<Detail | FailureKind | null>(null);
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
  }, [reason]);
  return detail;
}
