import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { UiProvider, useUi } from './ui';

interface ServiceClockProps {
  /** How far the service's clock is ahead of the browser's; null if that is not known. */
  offsetMs: number | null;
  children: ComponentChildren;
}

/** What is in it counts on the clock of its own service, not on the timer's. */
export function ServiceClock({ offsetMs, children }: ServiceClockProps) {
  const ui = useUi();
  const own = useMemo(
    () => ({ ...ui, now: () => ui.browserNow() + (offsetMs ?? 0) }),
    [ui, offsetMs],
  );
  return <UiProvider value={own}>{children}</UiProvider>;
}
