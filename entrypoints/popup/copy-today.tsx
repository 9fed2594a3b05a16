import { useEffect, useState } from 'preact/hooks';
import type { PopupHistory } from '../../components/olie/sessions';
import { CopyLine } from '../../components/popup/copy-line';
import { useUi } from '../../components/ui';
import { takeCopyAsked } from '../../lib/browser/copy-asked';
import { createBrowserDates } from '../../lib/browser/dates';
import { summaryOf } from '../../lib/core/history/summary';

/** If the day is not read by then, the popup says that there is nothing to copy. */
const PATIENCE_MS = 6000;

/** Copies today's summary if the menu or a key asked for it, and says so. */
export function CopyToday({ history }: { history: PopupHistory | null }) {
  const ui = useUi();
  const [isAsked, setAsked] = useState(false);
  const [outcome, setOutcome] = useState<'copied' | 'refused' | 'nothing' | null>(null);
  const isRead = history !== null;
  const copy = async () => {
    if (history === null) return;
    const { today, week } = history;
    const days = week.filter(({ date }) => date === today);
    const text = summaryOf(createBrowserDates().day(today, today), days, ui);
    const copied = () => setOutcome('copied');
    await navigator.clipboard.writeText(text).then(copied, () => setOutcome('refused'));
  };
  useEffect(() => {
    takeCopyAsked().then(setAsked);
  }, []);
  useEffect(() => {
    if (!isAsked || outcome !== null) return;
    if (isRead) copy();
    const waiting = setTimeout(() => setOutcome('nothing'), PATIENCE_MS);
    return () => clearTimeout(waiting);
  }, [isAsked, isRead, outcome]);
  useEffect(() => {
    if (outcome !== 'refused') return;
    // A window that is not in front yet may not copy.
    addEventListener('focus', copy);
    return () => removeEventListener('focus', copy);
  }, [outcome, history]);
  return outcome && <CopyLine outcome={outcome} onCopy={copy} />;
}
