import { FAILURE_TEXTS } from '../../lib/core/feeds/failure';
import { serviceOf } from '../../lib/core/services';
import { pauseEndMs, type Schedules } from '../../lib/core/state/feed';
import type { Situation } from '../../lib/core/state/situation';
import type { State } from '../../lib/core/state/state';
import type { Zone } from '../../lib/core/time/time-zone';
import type { Ui } from '../../lib/core/ui';
import { projectName } from '../olie/project-name';

/** Why *Refresh* did not ask a service, and until when it will not; null if it asked all of them. */
export function pauseText(
  { feeds, schedules }: { feeds: State['feeds']; schedules: Schedules },
  ui: Ui,
  zone: Zone,
): string | null {
  for (const feed of feeds) {
    const endMs = feed.failure && pauseEndMs(feed, schedules, ui.browserNow());
    if (feed.failure === null || endMs === null) continue;
    const service = serviceOf(feed.kind).serviceName;
    const until = ui.t('pausedUntil', ui.format.timeOfDay(endMs, zone));
    return `${ui.t(FAILURE_TEXTS[feed.failure.kind], service)} ${until}`;
  }
  return null;
}

/** For screen readers. Contains nothing that ticks. */
export function announcement(
  { kind, timer, failure, settingsUnreadable }: Situation,
  { t }: Ui,
): string {
  if (settingsUnreadable) return t('settingsUnreadable');
  if (kind === 'disconnected') return '';
  if (failure !== null) return t(FAILURE_TEXTS[failure.kind], 'Olie');
  if (timer === null) return t('waiting', 'Olie');
  return timer.current === null
    ? t('noTimerRunning')
    : t('announceRunning', projectName(timer.current, t));
}
