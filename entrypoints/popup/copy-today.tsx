import { useEffect, useState } from 'preact/hooks';
import type { PopupHistory } from '../../components/olie/sessions';
import { CopyLine } from '../../components/popup/copy-line';
import { useUi } from '../../components/ui';
import { takeCopyAsked } from '../../lib/browser/copy-asked';
import { createBrowserDates } from '../../lib/browser/dates';
import { summaryOf } from '../../lib/core/history/summary';
import type { Situation } from '../../lib/core/state/situation';

/** If the day is not read by then, the popup says that there is nothing to copy. */
const PATIENCE_MS = 6000;

interface CopyTodayProps {
  situation: Situation;
  /** Null until it is read. */
  history: PopupHistory | null;
}

/** Copies today's summary if the menu or a key asked for it, and says so. */
export function CopyToday({ situation, history }: CopyTodayProps) {
  const ui = useUi();
  const [isAsked, setAsked] = useState(false);
  const [outcome, setOutcome] = useState<'copied' | 'refused' | 'nothing' | null>(null);
  const isRead = history !== null && !situation.isDayOver;
  const copy = async () => {
    if (!isRead) return setOutcome('nothing');
    const { today, week } = history.daysNow();
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
    // Without a timer, no day will ever be read.
    const patienceMs = situation.kind === 'disconnected' ? 0 : PATIENCE_MS;
    const waiting = setTimeout(() => setOutcome('nothing'), patienceMs);
    return () => clearTimeout(waiting);
  }, [isAsked, isRead, outcome]);
  useEffect(() => {
    if (outcome !== 'refused') return;
    // A window that is not in front yet may not copy.
    addEventListener('focus', copy);
    return () => removeEventListener('focus', copy);
  }, [outcome, isRead, history]);
  return outcome && <CopyLine outcome={outcome} onCopy={copy} />;
}
