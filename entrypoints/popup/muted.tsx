import { useEffect, useState } from 'preact/hooks';
import { MutedLine } from '../../components/popup/muted-line';
import { useNow } from '../../components/ui';
import { watchMute } from '../../lib/browser/muted-storage';
import { mute } from '../../lib/browser/send-command';
import { browserTimeZone } from '../../lib/browser/texts';
import { mutedUntil } from '../../lib/core/reminders/muted';

/** Until when reminders are muted, if they are. */
export function Muted() {
  const [atMs, setAtMs] = useState<number | null>(null);
  useEffect(() => watchMute(setAtMs), []);
  // It ends by itself.
  const nowMs = useNow(atMs === null ? null : 60_000, atMs ?? 0);
  const untilMs = mutedUntil(atMs, nowMs);
  if (untilMs === null) return null;
  const unmute = () => mute('not');
  return <MutedLine {...{ untilMs, nowMs }} timeZone={browserTimeZone()} onUnmute={unmute} />;
}
