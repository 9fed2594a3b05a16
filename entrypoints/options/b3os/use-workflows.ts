import { useState } from 'preact/hooks';
import { useUi } from '../../../components/ui';
import type { B3osConnection } from '../../../lib/core/b3os/b3os';
import { hasEnded } from '../../../lib/core/b3os/workflow';
import { whyNot } from '../form-message';
import type { SectionProps } from '../section';
import { useConnectionForm } from '../use-connection-form';
import { specFor, type WorkflowField } from './workflow-spec';

/** An imported workflow, without its secrets. */
export type ImportedWorkflow = Omit<B3osConnection, 'id' | 'token' | 'apiKey'>;

/** Emptied only once the service accepts the connection. */
const TEXTS: WorkflowField[] = ['label', 'executionId'];

/** The watched and imported workflows, the form for one of them, and what changes them. */
export function useWorkflows(props: SectionProps) {
  const { t } = useUi();
  const { settings, state, awaiting, disconnect } = props;
  const [editedId, setEditedId] = useState<string | null>(null);
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
    // A refused connection stays in the form.
    onSaved: (connection, isAccepted) => setEditedId(isAccepted ? null : connection.id),
  });
  const edit = (connection: B3osConnection | null, row: ImportedWorkflow | null = null) => {
    setEditedId(connection?.id ?? null);
    form.refill(connection ?? row);
  };
  const feeds = state.feeds.filter((feed) => feed.kind === 'b3os');
  const feedOf = ({ id }: B3osConnection) => feeds.find((feed) => feed.connectionId === id);
  const ended = watched.filter((connection) => {
    const data = feedOf(connection)?.data;
    return data && hasEnded(data);
  });
  const remove = async (connections: B3osConnection[]) => {
    const ids = connections.map(({ id }) => id);
    const isGone = await disconnect(ids);
    if (isGone !== true) return form.say('bad', t(whyNot(isGone)));
    // What is typed for another one stays.
    if (editedId !== null && ids.includes(editedId)) edit(null);
    form.say('good', t('workflowRemoved'));
  };
  return { watched, imported, ended, edited, form, feedOf, edit, remove };
}
