import { useState } from 'preact/hooks';
import { loadAwaiting, saveAwaiting } from '../../lib/browser/awaiting-storage';
import { giveBackAllBut } from '../../lib/browser/permissions';
import { refresh } from '../../lib/browser/send-command';
import { forgetSetAside, loadSettings, saveSettings } from '../../lib/browser/settings-storage';
import { loadState, stateWhere } from '../../lib/browser/state-storage';
import type { BackedUp } from '../../lib/core/feeds/backup-kind';
import { keyOf } from '../../lib/core/settings/backup-kinds';
import { awaitingWith, stillAwaiting, withImported } from '../../lib/core/settings/import-plan';
import {
  type Settings,
  type StoredSettings,
  usedAddresses,
} from '../../lib/core/settings/settings';
import type { State } from '../../lib/core/state/state';
import type { SectionProps } from './section';

/** Connections and imports, and what changes them. */
export function useConnections(first: {
  stored: StoredSettings;
  state: State;
  awaiting: BackedUp[];
}) {
  const [settings, setSettings] = useState(first.stored.settings);
  const [isUnreadable, setUnreadable] = useState(first.stored.unreadable);
  const [state, setState] = useState(first.state);
  const [awaiting, setAwaiting] = useState(first.awaiting);

  const changeAwaiting = async (change: (rows: BackedUp[]) => BackedUp[]) => {
    const changed = change(await loadAwaiting());
    await saveAwaiting(changed);
    setAwaiting(changed);
    return changed;
  };

  const save: SectionProps['save'] = async (change) => {
    // Another tab may have added a connection.
    const { settings: before } = await loadSettings();
    const changed = change(before);
    await saveSettings(changed);
    await changeAwaiting((rows) => stillAwaiting(rows, before, changed));
    setSettings(changed);
    setUnreadable(false);
    // Does not wait for other services, which may be silent.
    const known = await Promise.race([
      refresh('user').then((reply) => reply && loadState()),
      stateWhere((now) => isSettled(now, before, changed)),
    ]);
    if (known !== null) setState(known);
    await giveBackAllBut(usedAddresses(changed));
    return known;
  };

  const forget: SectionProps['forget'] = async (rows) => {
    const keys = rows.map(keyOf);
    await changeAwaiting((now) => now.filter((row) => !keys.includes(keyOf(row))));
  };

  /** @returns how many connections then need a token */
  const importConnections = async (rows: BackedUp[]): Promise<number> => {
    const { settings: now } = await loadSettings();
    const waiting = await changeAwaiting((before) => awaitingWith(before, rows, now));
    const imported = (stored: Settings) => withImported(stored, rows, () => crypto.randomUUID());
    if (imported(now).connections.some((connection) => !now.connections.includes(connection))) {
      await save(imported);
    }
    return waiting.length;
  };

  const forgetUnreadable = async () => {
    await forgetSetAside();
    setUnreadable(false);
  };

  return {
    isUnreadable,
    sectionProps: { settings, state, awaiting, save, forget },
    importConnections,
    forgetUnreadable,
  };
}

/** Has the state exactly these connections, and an outcome for each new one? */
function isSettled({ feeds }: State, before: Settings, { connections }: Settings): boolean {
  const known = new Set(before.connections.map(({ id }) => id));
  return (
    feeds.length === connections.length &&
    connections.every(({ id }) => {
      const feed = feeds.find(({ connectionId }) => connectionId === id);
      return feed && (known.has(id) || feed.data !== null || feed.failure !== null);
    })
  );
}
