import { useEffect, useState } from 'preact/hooks';
import { lostHistory } from '../../components/delete-history';
import type { Message } from '../../components/message-line';
import { useUi } from '../../components/ui';
import { isOfNewer } from '../../lib/browser/history-db';
import { loadHistoryMark, watchHistory } from '../../lib/browser/history-mark';
import { countHistory } from '../../lib/browser/history-storage';
import { orElse } from '../../lib/browser/or-else';
import { deleteHistory } from '../../lib/browser/send-command';
import { browserTimeZone } from '../../lib/browser/texts';
import { addMonths, dateIn } from '../../lib/core/history/calendar';
import { keptMonths, type Preferences } from '../../lib/core/settings/preferences';
import type { TextKey } from '../../lib/core/texts';

/** The database may wait for another page, or for a slow disk. */
const PATIENCE_MS = 3_000;

/** What the options page knows of the history, and what deletes it. */
export function useHistory() {
  const { t } = useUi();
  const [problem, setProblem] = useState<TextKey | null>(null);
  const [message, setMessage] = useState<Message | null>(null);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => setProblem('historySlow'), PATIENCE_MS);
      const [unread, mark] = await Promise.all([whyUnread(), loadHistoryMark()]);
      clearTimeout(waiting);
      setProblem(unread ?? (mark?.problem ? 'historyProblem' : null));
    };
    read();
    return watchHistory(read);
  }, []);
  const onDelete = async () => {
    const reply = await deleteHistory();
    const isGone = reply !== null && 'done' in reply;
    const text = t(isGone ? 'historyDeleted' : 'historyNotDeleted');
    setMessage({ tone: isGone ? 'good' : 'bad', text });
  };
  const count = () => orElse(countHistory, null);
  /** What these preferences would delete, in words; null for nothing. */
  const losses = async (preferences: Preferences) => {
    const months = keptMonths(preferences);
    if (months === null) return null;
    const today = dateIn({ kind: 'named', timeZone: browserTimeZone() }, Date.now());
    const older = await orElse(() => countHistory(addMonths(today, -months)), null);
    const isNothing = older !== null && older.days + older.sessions === 0;
    return isNothing ? null : lostHistory(t, older);
  };
  return { count, losses, problem, message, onDelete, forgetMessage: () => setMessage(null) };
}

/** Null if the history can be read. */
async function whyUnread(): Promise<TextKey | null> {
  try {
    await countHistory();
    return null;
  } catch (error) {
    console.error('The history cannot be read', error);
    return isOfNewer(error) ? 'historyNewer' : 'historyProblem';
  }
}
