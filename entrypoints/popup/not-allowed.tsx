import { useEffect, useState } from 'preact/hooks';
import { NotAllowedLine } from '../../components/popup/not-allowed-line';
import { openOptions } from '../../lib/browser/lifecycle';
import { readManaged } from '../../lib/browser/managed-storage';
import { askToNotify, watchMayNotify } from '../../lib/browser/notifications';
import { loadOwnPreferences } from '../../lib/browser/preferences-storage';
import { watchRead } from '../../lib/browser/watch-choices';

/** That reminders are on, and the browser shows none of them: whoever relies on them would wait in vain. */
export function NotAllowed() {
  const [isOn, setOn] = useState(false);
  const [mayNotify, setMayNotify] = useState(true);
  useEffect(() => watchRead(false, areOn, setOn), []);
  useEffect(() => watchMayNotify(setMayNotify), []);
  if (!isOn || mayNotify) return null;
  // A browser that cannot even ask may do so from the options page.
  return <NotAllowedLine onAllow={() => askToNotify().catch(openOptions)} />;
}

/** Unparsed: the popup loads neither what reads the rules nor what reads a policy. */
async function areOn(): Promise<boolean> {
  const [own, { remindersOff }] = await Promise.all([loadOwnPreferences(), readManaged()]);
  return Object(own?.reminders).isOn === true && remindersOff !== true;
}
