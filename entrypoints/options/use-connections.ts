import { useEffect, useState } from 'preact/hooks';
import { loadAwaiting, saveAwaiting, watchAwaiting } from '../../lib/browser/awaiting-storage';
import { orElse } from '../../lib/browser/or-else';
import * as background from '../../lib/browser/send-command';
import { loadSettings, watchSettings } from '../../lib/browser/settings-storage';
import { loadStored, stateWhere, watchStored } from '../../lib/browser/state-storage';
import type { BackedUp } from '../../lib/core/feeds/backup-rules';
import { type Failure, failure } from '../../lib/core/feeds/failure';
import type { Done, NotSaved } from '../../lib/core/messages/reply';
import { keyOf } from '../../lib/core/settings/backup';
import { awaitingWith, stillAwaiting } from '../../lib/core/settings/import-plan';
import { allowedSettings, type Managed } from '../../lib/core/settings/managed';
import type { StoredSettings } from '../../lib/core/settings/settings';
import { feedOf, type State, type Stored } from '../../lib/core/state/state';
import type { SectionProps } from './section';

interface First {
  settings: StoredSettings;
  stored: Stored;
  awaiting: BackedUp[];
}

/**
 * Connections and imports, and what changes them.
 * @param managed connections that the organization does not allow are left out
 */
export function useConnections(first: First, managed: Managed) {
  const [{ settings, unreadable }, setSettings] = useState(first.settings);
  const [stored, setStored] = useState(first.stored);
  const { state } = stored;
  const [awaiting, setAwaiting] = useState(first.awaiting);
  // The page follows what is stored: another tab may change it.
  useEffect(() => watchSettings(first.settings, setSettings), []);
  useEffect(() => watchStored(first.stored, setStored), []);
  useEffect(() => watchAwaiting(setAwaiting), []);

  const changeAwaiting = async (change: (rows: BackedUp[]) => BackedUp[]) => {
    const changed = change(await loadAwaiting());
    await saveAwaiting(changed);
    setAwaiting(changed);
    return changed;
  };

  const connect: SectionProps['connect'] = async (connection, replacedId) => {
    const reply = background.connect(connection, replacedId);
    const known = await firstOf(reply, (now) => hasOutcome(now, connection));
    // It is connected, whatever becomes of the import that it came from.
    const change = (rows: BackedUp[]) => stillAwaiting(rows, connection);
    if (known !== null && 'feeds' in known) await orElse(() => changeAwaiting(change));
    return known;
  };

  const disconnect: SectionProps['disconnect'] = async (ids) => {
    const keys = settings.connections.filter(({ id }) => ids.includes(id)).map(keyOf);
    const isGone = (now: State) => ids.every((id) => feedOf(now, { id }) === undefined);
    const known = await firstOf(background.disconnect(ids), isGone);
    if (known !== null && 'failure' in known) return known.failure;
    // Said only after it was read back. What cannot be read back may still be there.
    const stored = await orElse(loadSettings, null);
    if (stored === null) return false;
    const left = stored.settings.connections.filter((row) => keys.includes(keyOf(row)));
    if (left.some(({ id }) => ids.includes(id))) return false;
    // While this page asked, another tab saved the same thing anew: it has another id, and is to go too.
    return left.length === 0 || disconnect(left.map(({ id }) => id));
  };

  const forget: SectionProps['forget'] = async (rows) => {
    const keys = rows.map(keyOf);
    const change = (now: BackedUp[]) => now.filter((row) => !keys.includes(keyOf(row)));
    return (await orElse(() => changeAwaiting(change), null)) !== null;
  };

  /** @returns true, or why not all is saved (`whyNot`) */
  const importConnections = async (rows: BackedUp[]): Promise<Failure | boolean> => {
    const reply = await background.importConnections(rows);
    if (reply !== null && 'failure' in reply) return reply.failure;
    const now = (await loadSettings()).settings;
    const change = (before: BackedUp[]) => awaitingWith(before, rows, now);
    const waiting = await orElse(() => changeAwaiting(change), null);
    return waiting === null ? failure('storage') : reply !== null;
  };

  return {
    stored,
    unreadable,
    sectionProps: {
      settings: allowedSettings(settings, managed),
      state,
      awaiting,
      connect,
      disconnect,
      forget,
    },
    importConnections,
  };
}

/** An answer or a failure has come for the connection. */
function hasOutcome(state: State, connection: { id: string }): boolean {
  const feed = feedOf(state, connection);
  return feed !== undefined && (feed.data !== null || feed.failure !== null);
}

/**
 * What is known once the state is as wanted, or once the background has replied: other services may be slow.
 * @returns null if the background did not answer
 */
async function firstOf(
  reply: Promise<Done | NotSaved | null>,
  isWanted: (state: State) => boolean,
): Promise<State | NotSaved | null> {
  const waiting = new AbortController();
  const replied = reply.then(async (told) =>
    told !== null && 'done' in told ? (await loadStored()).state : told,
  );
  const known = orElse(() => Promise.race([replied, stateWhere(isWanted, waiting.signal)]), null);
  return known.finally(() => waiting.abort());
}
