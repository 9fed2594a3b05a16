import type { FirstSight } from '../../lib/core/state/read-glance';
import { Hero } from './hero';

/** The least height of a popup with a running timer. */
const LEAST_HEIGHT_PX = 360;

interface GlanceViewProps {
  glance: FirstSight;
  /** Of the last popup. Null if not known. */
  heightPx: number | null;
}

/** The popup's first frame: the hero, above empty space for the rest. */
export function GlanceView({ glance: { timer, zone }, heightPx }: GlanceViewProps) {
  return (
    <div class="popup" style={{ minHeight: `${heightPx ?? LEAST_HEIGHT_PX}px` }}>
      <main>
        <Hero timer={timer} zone={zone} isOld={false} />
      </main>
    </div>
  );
}
