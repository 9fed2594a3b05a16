import { useState } from 'preact/hooks';
import { WorkflowEntry } from '../../../components/b3os/workflow-entry';
import {
  ConnectionFields,
  ConnectionForm,
  OptionsSection,
} from '../../../components/options/connection-fields';
import { useUi } from '../../../components/ui';
import { DEFAULT_B3OS_ADDRESS, kind, type WorkflowConnection } from '../../../lib/core/b3os/b3os';
import type { Workflow } from '../../../lib/core/b3os/workflow';
import { hasEnded } from '../../../lib/core/b3os/workflow';
import { withoutConnections } from '../../../lib/core/settings/settings';
import type { Section, SectionProps } from '../section';
import { useConnectionForm } from '../use-connection-form';
import { specFor, type WorkflowField } from './workflow-spec';

type ImportedWorkflow = Omit<WorkflowConnection, 'id' | 'token' | 'apiKey'>;

/** Emptied only once the service accepts the connection. */
const TEXTS: WorkflowField[] = ['label', 'executionId'];

export const section: Section = { order: kind.order, View: WorkflowsSection };

function WorkflowsSection(props: SectionProps) {
  const { t } = useUi();
  const { settings, state, awaiting, save, forget } = props;
  const [edited, setEdited] = useState<WorkflowConnection | null>(null);
  // Parsed with this kind's schema.
  const watched = settings.connections.filter((row) => row.kind === 'b3os') as WorkflowConnection[];
  // Parsed with this kind's `backup` fields.
  const imported = awaiting.filter((row) => row.kind === 'b3os') as ImportedWorkflow[];
  const edit = (connection: WorkflowConnection | null, row: ImportedWorkflow | null = null) => {
    setEdited(connection);
    form.refill(connection ?? row);
  };
  const form = useConnectionForm(
    specFor(watched),
    edited,
    props,
    (isAccepted) => [...(isAccepted ? TEXTS : []), 'token', 'apiKey'],
    // A refused connection stays in the form.
    (connection, isAccepted) => setEdited(isAccepted ? null : connection),
  );
  const feedOf = (id: string) => state.feeds.find(({ connectionId }) => connectionId === id);
  const ended = watched.filter(({ id }) => {
    // Parsed with this kind's schema.
    const data = (feedOf(id)?.data ?? null) as Workflow | null;
    return data !== null && hasEnded(data);
  });
  const remove = async (connections: WorkflowConnection[]) => {
    const ids = connections.map(({ id }) => id);
    await save((now) => withoutConnections(now, ids));
    // Keeps what was typed for another workflow.
    if (edited !== null && connections.includes(edited)) edit(null);
    form.say('good', t('workflowRemoved'));
  };
  return (
    <OptionsSection id="workflows" title={t('workflows')}>
      <p class="hint">{t('workflowsIntro')}</p>
      {watched.length + imported.length > 0 && (
        <ul class="entries">
          {watched.map((connection) => (
            <WorkflowEntry
              key={connection.id}
              name={connection.label || connection.executionId}
              feed={feedOf(connection.id)}
              onEdit={() => edit(connection)}
              onRemove={() => remove([connection])}
            />
          ))}
          {imported.map((row) => (
            <WorkflowEntry
              key={`${row.address} ${row.executionId}`}
              name={row.label || row.executionId}
              needsToken
              onEdit={() => edit(null, row)}
              onRemove={() => forget([row])}
            />
          ))}
        </ul>
      )}
      {ended.length > 0 && (
        <button type="button" onClick={() => remove(ended)}>
          {t('removeEnded')}
        </button>
      )}
      <ConnectionForm
        message={form.message}
        saveLabel={t(edited === null ? 'addWorkflow' : 'saveWorkflow')}
        onSave={form.onSave}
        buttons={
          edited !== null && (
            <button type="button" onClick={() => edit(null)}>
              {t('cancel')}
            </button>
          )
        }
      >
        <ConnectionFields
          {...form}
          prefix="workflow"
          fields={[
            { name: 'label', label: t('label'), hint: t('labelHint') },
            { name: 'address', label: t('apiAddress'), placeholder: DEFAULT_B3OS_ADDRESS },
            { name: 'executionId', label: t('executionId') },
            {
              name: 'token',
              label: t('clientToken'),
              hint: t(edited === null ? 'tokenHint' : 'tokenSaved'),
              isSecret: true,
            },
          ]}
        />
        <details open={form.errors.apiKey !== undefined}>
          <summary>{t('advanced')}</summary>
          <ConnectionFields
            {...form}
            prefix="workflow"
            fields={[
              {
                name: 'apiKey',
                label: t('apiKey'),
                hint: t(edited?.apiKey ? 'tokenSaved' : 'apiKeyHint'),
                isSecret: true,
              },
            ]}
          />
        </details>
      </ConnectionForm>
    </OptionsSection>
  );
}
