import { useEffect, useState } from 'preact/hooks';
import { useNow } from '../../components/ui';
import { watchMute } from '../../lib/browser/muted-storage';
import { mutedUntil } from '../../lib/core/reminders/muted';

/**
 * Until when reminders are muted, and now, both on the server's clock.
 * @param offsetMs how far that is ahead of the browser's
 */
export function useMute(offsetMs: number): { mutedUntilMs: number | null; nowMs: number } {
  const [atMs, setAtMs] = useState<number | null>(null);
  useEffect(() => watchMute(setAtMs), []);
  // It ends by itself.
  const nowMs = useNow(atMs === null ? null : 60_000, (atMs ?? 0) - offsetMs) + offsetMs;
  return { mutedUntilMs: mutedUntil(atMs, nowMs), nowMs };
}
