import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';

interface LaterProps {
  /** Leaves what was drawn before as it is; nothing if nothing was. */
  isLater: boolean;
  children: VNode;
}

/** What may be drawn a frame later than the rest. */
export function Later({ isLater, children }: LaterProps) {
  const drawn = useRef<VNode | null>(null);
  // Preact passes over an element that is the very one it drew before.
  if (!isLater) drawn.current = children;
  return drawn.current;
}
