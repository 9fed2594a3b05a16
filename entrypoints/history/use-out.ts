import { useEffect, useRef, useState } from 'preact/hooks';
import type { OutSectionProps } from '../../components/history/out-section';
import type { Shown } from '../../components/history/shown';
import { useUi } from '../../components/ui';
import { countHistory } from '../../lib/browser/history-storage';
import { orElse } from '../../lib/browser/or-else';
import { savePreferences } from '../../lib/browser/preferences-storage';
import { deleteHistory, importHistory } from '../../lib/browser/send-command';
import { addMonths } from '../../lib/core/history/calendar';
import type { Records } from '../../lib/core/history/records';
import { keptMonths, type Preferences } from '../../lib/core/settings/preferences';
import type { TextKey } from '../../lib/core/texts';

/**
 * The history's ways out of the page and into it. The code for files is loaded when it is needed.
 * @param shownNow what the page shows, to the second; null if nothing is read yet
 * @param today the date
 * @param about names the view: a message about another view is cleared
 */
export function useOut(
  shownNow: () => Shown | null,
  title: string | null,
  preferences: Preferences,
  today: string,
  about: string,
) {
  const { t, format } = useUi();
  const [message, setMessage] = useState<OutSectionProps['message']>(null);
  useEffect(() => setMessage(null), [about]);
  // Counts at once: the browser tells of what it saved a moment later.
  const chosen = useRef<Partial<Preferences>>({});
  const say = (tone: 'busy' | 'good' | 'bad', text: string) => setMessage({ tone, text });
  /** Whatever the browser refuses is said. */
  const saying = (problem: TextKey, act: () => Promise<void>) => async () => {
    const isDone = await orElse(() => act().then(() => true), false);
    if (!isDone) say('bad', t(problem));
  };

  const copy = async () => {
    const shown = shownNow();
    if (shown === null) return;
    if (shown.totals.isUnknown) return say('bad', t('nothingToCopy'));
    const { summaryOf } = await import('../../lib/core/history/summary');
    await navigator.clipboard.writeText(summaryOf(title ?? '', shown.days, { t, format }));
    say('good', t('copied'));
  };
  const csv = async () => {
    const shown = shownNow();
    if (shown === null) return;
    if (shown.totals.isUnknown) return say('bad', t('nothingKnown'));
    const { exportCsv } = await import('./exported');
    say('good', t('historyExported', exportCsv(shown, { ...preferences, ...chosen.current }, t)));
  };
  const json = async () => {
    const { exportJson } = await import('./exported');
    say('good', t('historyExported', await exportJson()));
  };
  const importFile = async (file: File) => {
    const { LARGEST_HISTORY_BYTES, parseHistoryFile } = await import('../../lib/core/history/file');
    say('busy', t('historyImporting'));
    // One more byte shows that the file is too large.
    const bytes = await file.slice(0, LARGEST_HISTORY_BYTES + 1).arrayBuffer();
    const parsed = parseHistoryFile(new Uint8Array(bytes));
    if (!parsed.ok) return say('bad', t(parsed.text, parsed.part));
    const { records, older } = keptOf(parsed.records, today, { ...preferences, ...chosen.current });
    const reply = await importHistory(parsed.persons, records);
    if (reply === null || !('done' in reply)) return say('bad', t('historyNotImported'));
    const { days, sessions } = records;
    const imported = t('historyImported', String(days.length), String(sessions.length));
    const leftOut = parsed.leftOut > 0 && t('historyLeftOut', String(parsed.leftOut));
    const tooOld = older > 0 && t('historyTooOld', String(older));
    say('good', [imported, leftOut, tooOld].filter(Boolean).join(' '));
  };
  const remove = async () => {
    const reply = await deleteHistory();
    const isGone = reply !== null && 'done' in reply;
    say(isGone ? 'good' : 'bad', t(isGone ? 'historyDeleted' : 'historyNotDeleted'));
  };
  return {
    message,
    count: () => orElse(countHistory, null),
    onCopy: saying('notCopied', copy),
    onCsv: saying('historyProblem', csv),
    onJson: saying('historyProblem', json),
    onImport: (file: File) => saying('historyNotImported', () => importFile(file))(),
    onDelete: saying('historyNotDeleted', remove),
    onPreferences: (changed: Partial<Preferences>) => {
      chosen.current = { ...chosen.current, ...changed };
      const save = async () => {
        await savePreferences(changed);
        // An earlier choice may have been refused.
        setMessage(null);
      };
      return saying('preferencesNotSaved', save)();
    },
  };
}

/** What the background would not forget at once: the user chose for how long history is kept. */
function keptOf({ days, sessions }: Records, today: string, preferences: Preferences) {
  const months = keptMonths(preferences);
  const from = months === null ? '' : addMonths(today, -months);
  const isKept = ({ date }: { date: string }) => date >= from;
  const records = { days: days.filter(isKept), sessions: sessions.filter(isKept) };
  const older = days.length - records.days.length + sessions.length - records.sessions.length;
  return { records, older };
}
