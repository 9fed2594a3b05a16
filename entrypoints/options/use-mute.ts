import { useEffect, useState } from 'preact/hooks';
import { useNow } from '../../components/ui';
import { orElse } from '../../lib/browser/or-else';
import { loadRemembered, watchLedger } from '../../lib/browser/reminders-storage';
import { type Ledger, mutedUntil, NO_LEDGER } from '../../lib/core/reminders/ledger';

/**
 * Until when reminders are muted, and now, both on the server's clock.
 * @param offsetMs how far that is ahead of the browser's
 */
export function useMute(offsetMs: number): { mutedUntilMs: number | null; nowMs: number } {
  const [ledger, setLedger] = useState<Ledger>(NO_LEDGER);
  useEffect(() => {
    orElse(loadRemembered, null).then((remembered) => remembered && setLedger(remembered.ledger));
    return watchLedger(setLedger);
  }, []);
  const atMs = ledger.mutedUntilMs;
  // It ends by itself.
  const nowMs = useNow(atMs === null ? null : 60_000, (atMs ?? 0) - offsetMs) + offsetMs;
  return { mutedUntilMs: mutedUntil(ledger, nowMs), nowMs };
}
