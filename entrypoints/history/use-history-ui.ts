import { useMemo, useRef } from 'preact/hooks';
import { createUi } from '../../lib/browser/ui';
import { type State, serverOffset, timerFeed } from '../../lib/core/state/state';
import type { TimeStyle } from '../../lib/core/time/time-style';
import type { Ui } from '../../lib/core/ui';

/** What the views need, by the server's clock. On this page durations have no seconds. */
export function useHistoryUi(state: State, { hours, durations }: TimeStyle): Ui {
  const time = useRef({ offsetMs: 0, originMs: 0 }).current;
  const offsetMs = serverOffset(state);
  Object.assign(time, { offsetMs, originMs: timerFeed(state)?.data?.answeredAtMs ?? 0 });
  // Answers correct the clock by milliseconds. Views follow at their next second; only a larger step draws all of them.
  return useMemo(
    () => withoutSeconds(createUi(time, { hours, durations })),
    [Math.round(offsetMs / 1000), hours, durations],
  );
}

function withoutSeconds(ui: Ui): Ui {
  const { format } = ui;
  const spoken = (seconds: number) => format.spoken(Math.floor(seconds / 60) * 60);
  return { ...ui, format: { ...format, duration: format.minutes, spoken } };
}
