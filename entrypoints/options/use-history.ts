import { useEffect, useState } from 'preact/hooks';
import type { FormMessage } from '../../components/options/connection-fields';
import { useUi } from '../../components/ui';
import { loadHistoryMark, watchHistory } from '../../lib/browser/history-mark';
import { countHistory } from '../../lib/browser/history-storage';
import { orElse } from '../../lib/browser/or-else';
import { deleteHistory } from '../../lib/browser/send-command';

/** What the options page knows of the history, and what deletes it. */
export function useHistory() {
  const { t } = useUi();
  const [hasProblem, setProblem] = useState(false);
  const [message, setMessage] = useState<FormMessage | null>(null);
  useEffect(() => {
    const read = async () => {
      const [counted, mark] = await Promise.all([orElse(countHistory, null), loadHistoryMark()]);
      setProblem(counted === null || (mark?.problem ?? null) !== null);
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
  return { count, hasProblem, message, onDelete };
}
