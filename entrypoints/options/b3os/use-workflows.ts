import { useState } from 'preact/hooks';
import type { ServiceStatus } from '../../../components/options/service-card';
import { useUi } from '../../../components/ui';
import type { B3osConnection } from '../../../lib/core/b3os/b3os';
import { hasEnded } from '../../../lib/core/b3os/workflow';
import { counted } from '../../../lib/core/counted';
import { FAILURE_TEXTS } from '../../../lib/core/feeds/failure';
import { keyOf } from '../../../lib/core/settings/backup';
import { type B3osFeed, waitsForUser } from '../../../lib/core/state/feed';
import type { Ui } from '../../../lib/core/ui';
import { whyNot } from '../form-message';
import type { SectionProps } from '../section';
import { keepsSecret } from '../service-status';
import { useConnectionForm } from '../use-connection-form';
import { specFor, type WorkflowField } from './workflow-spec';

/** An imported workflow, without its secrets. */
export type ImportedWorkflow = Omit<B3osConnection, 'id' | 'token' | 'apiKey'>;

/** Emptied only once the service accepts the connection. */
const TEXTS: WorkflowField[] = ['label', 'executionId'];

/** The watched and imported workflows, the form for one of them, and what changes them. */
export function useWorkflows(props: SectionProps) {
  const ui = useUi();
  const { t } = ui;
  const { settings, state, awaiting, disconnect, forget } = props;
  const [editedId, setEditedId] = useState<string | null>(null);
  /** The key of the import that fills the form. */
  const [importedKey, setImportedKey] = useState<string | null>(null);
  const watched = settings.connections.filter((row) => row.kind === 'b3os');
  // As it is stored now: another tab may have removed it, and then its token is gone too.
  const edited = watched.find(({ id }) => id === editedId) ?? null;
  // Read with the fields that B3OS's backup rules list.
  const imported = awaiting.filter((row) => row.kind === 'b3os') as ImportedWorkflow[];
  const form = useConnectionForm({
    spec: specFor(watched),
    page: props,
    saved: edited,
    fieldsToEmpty: (isAccepted) => [...(isAccepted ? TEXTS : []), 'token', 'apiKey'],
    onSaved: (connection, isAccepted) => {
      // A refused connection stays in the form, unless the user has turned to another one meanwhile.
      const nextId = isAccepted ? null : connection.id;
      setEditedId((nowId) => (nowId === editedId ? nextId : nowId));
    },
  });
  const edit = (connection: B3osConnection | null, row: ImportedWorkflow | null = null) => {
    setEditedId(connection?.id ?? null);
    setImportedKey(row && keyOf(row));
    form.refill(connection ?? row);
  };
  const feeds = state.feeds.filter((feed) => feed.kind === 'b3os');
  const feedOf = ({ id }: B3osConnection) => feeds.find((feed) => feed.connectionId === id);
  const ended = watched.filter((connection) => {
    const data = feedOf(connection)?.data;
    return data && hasEnded(data);
  });
  const remove = async (connections: B3osConnection[]) => {
    const { isNewest } = form.begin();
    const ids = connections.map(({ id }) => id);
    const isGone = await disconnect(ids);
    if (!isNewest()) return;
    if (isGone !== true) return form.say('bad', t(whyNot(isGone)));
    // What is typed for another one stays.
    if (editedId !== null && ids.includes(editedId)) edit(null);
    form.say('good', t('workflowRemoved'));
  };
  const removeImported = async (row: ImportedWorkflow) => {
    const { isNewest } = form.begin();
    const isForgotten = await forget([row]);
    if (!isNewest()) return;
    if (!isForgotten) return form.say('bad', t('storageNotRead'));
    if (importedKey === keyOf(row)) edit(null);
    form.say('good', t('workflowRemoved'));
  };
  const failed = feeds.find(waitsForUser);
  const status = statusOf(ui, watched.length, feeds, failed);
  const needsUser = imported.length > 0 || failed !== undefined;
  const keepsToken = edited !== null && keepsSecret(feedOf(edited));
  const notAllowed = feeds.find(({ failure }) => failure?.kind === 'permission');
  const lists = { watched, imported, ended, notAllowed, edited, keepsToken };
  return { status, needsUser, ...lists, form, feedOf, edit, remove, removeImported };
}

/** How many are watched, and how many of them go on. @param failed what needs the user; undefined if nothing does */
function statusOf(
  ui: Ui,
  count: number,
  feeds: B3osFeed[],
  failed: B3osFeed | undefined,
): ServiceStatus {
  if (count === 0) return { text: ui.t('notConnectedShort'), tone: 'none' };
  if (failed?.failure) {
    return { text: ui.t(FAILURE_TEXTS[failed.failure.kind], 'B3OS'), tone: 'bad' };
  }
  const goingOn = feeds.filter(({ data }) => data !== null && !hasEnded(data)).length;
  const parts = [counted(ui, 'watched', count), goingOn > 0 && ui.t('goingOn', String(goingOn))];
  return { text: parts.filter(Boolean).join(', '), tone: 'waiting' };
}
