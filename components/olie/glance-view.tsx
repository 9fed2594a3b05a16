import type { FirstSight } from '../../lib/core/state/read-glance';
import { Hero } from './hero';

/** What a running timer's popup has at least: the hero, the numbers, the day and the footer. */
const LEAST_HEIGHT_PX = 360;

interface GlanceViewProps {
  glance: FirstSight;
  /** As tall as the popup will be; null where that is not known. */
  heightPx: number | null;
}

/** The popup's first frame: the hero, where it stands in the whole popup, and the room for the rest. */
export function GlanceView({ glance: { timer, zone }, heightPx }: GlanceViewProps) {
  return (
    <div class="popup" style={{ minHeight: `${heightPx ?? LEAST_HEIGHT_PX}px` }}>
      <main>
        <Hero timer={timer} zone={zone} isOld={false} />
      </main>
    </div>
  );
}
