import { useState } from 'preact/hooks';
import {
  ConnectionFields,
  ConnectionForm,
  OptionsSection,
} from '../../../components/connection-fields';
import { useUi } from '../../../components/ui';
import { WorkflowEntry } from '../../../components/workflow-entry';
import {
  checkFields,
  type Field,
  readAddress,
  readExecutionId,
  readKey,
  readSecret,
} from '../../../lib/core/connection-form';
import { pastedParameter, readPastedRequest } from '../../../lib/core/pasted-request';
import {
  DEFAULT_B3OS_ADDRESS,
  kind,
  MOST_WORKFLOWS,
  type WorkflowConnection,
} from '../../../lib/core/services/workflow';
import { withoutConnections } from '../../../lib/core/settings';
import type { Workflow } from '../../../lib/core/workflow';
import { hasEnded } from '../../../lib/core/workflow';
import type { Section, SectionProps } from '../section';
import { type FormSpec, named, useConnectionForm } from '../use-connection-form';

type Name = 'label' | 'address' | 'executionId' | 'token' | 'apiKey';

/** The fields of one execution that are no secrets. */
const TEXTS: Name[] = ['label', 'executionId'];
const WORKFLOW_PATH = /^(.*?)\/v1\/public\/executions\/([^/?#]*)/;

/** @param others the executions that are watched already */
function specFor(others: WorkflowConnection[]): FormSpec<Name, WorkflowConnection> {
  return {
    kind,
    fill: (saved) => ({
      label: saved?.label ?? '',
      address: saved?.address ?? DEFAULT_B3OS_ADDRESS,
      executionId: saved?.executionId ?? '',
      token: '',
      apiKey: '',
    }),
    check: (form, saved) => {
      const address = readAddress(form.address);
      const secret = (value: string) => saved && { address: saved.address, secret: value };
      const apiKey = readSecret(form.apiKey, address, secret(saved?.apiKey ?? ''));
      const checked = checkFields({
        label: { ok: true, value: form.label.trim() },
        address,
        executionId: notTwice(readExecutionId(form.executionId), address, others, saved),
        token: readSecret(form.token, address, secret(saved?.token ?? ''), readKey),
        // Left empty, a saved one is kept for its own origin; otherwise there is none.
        apiKey: form.apiKey.trim() === '' && !apiKey.ok ? { ok: true, value: '' } : apiKey,
      });
      return checked.ok
        ? { ok: true, connection: { kind: 'workflow', ...checked.values } }
        : checked;
    },
    readPasted: (text) => {
      const pasted = readPastedRequest(text, WORKFLOW_PATH);
      if (pasted === null) return null;
      const { token: apiKey, ...rest } = pasted;
      return named({ ...rest, apiKey, token: pastedParameter(text, WORKFLOW_PATH, 'token') });
    },
  };
}

function notTwice(
  id: Field,
  address: Field,
  others: WorkflowConnection[],
  saved: WorkflowConnection | null,
): Field {
  if (!id.ok || !address.ok) return id;
  if (saved === null && others.length >= MOST_WORKFLOWS) {
    return { ok: false, error: 'tooManyWorkflows' };
  }
  const isWatched = others.some(
    (other) =>
      other.id !== saved?.id && other.executionId === id.value && other.address === address.value,
  );
  return isWatched ? { ok: false, error: 'workflowTwice' } : id;
}

export const section: Section = { order: kind.order, View: WorkflowsSection };

/** The watched workflow executions, and a form to add or change one. */
function WorkflowsSection(props: SectionProps) {
  const { t } = useUi();
  const { settings, state, save } = props;
  const [edited, setEdited] = useState<WorkflowConnection | null>(null);
  // The settings hold no connection of this kind that its schema did not parse.
  const watched = settings.connections.filter(
    (row) => row.kind === 'workflow',
  ) as WorkflowConnection[];
  const edit = (connection: WorkflowConnection | null) => {
    setEdited(connection);
    form.refill(connection);
  };
  const form = useConnectionForm(
    specFor(watched),
    edited,
    props,
    (isAccepted) => [...(isAccepted ? TEXTS : []), 'token', 'apiKey'],
    // What is not accepted stays in the form: what is wrong is said at its fields.
    (connection, isAccepted) => setEdited(isAccepted ? null : connection),
  );
  const feedOf = (id: string) => state.feeds.find(({ connectionId }) => connectionId === id);
  const ended = watched.filter(({ id }) => {
    // Of this kind, for its connection is: parsed with the kind's schema.
    const data = (feedOf(id)?.data ?? null) as Workflow | null;
    return data !== null && hasEnded(data);
  });
  const remove = async (connections: WorkflowConnection[]) => {
    const ids = connections.map(({ id }) => id);
    await save((now) => withoutConnections(now, ids));
    // What is typed for another one stays.
    if (edited !== null && connections.includes(edited)) edit(null);
    form.say('good', t('workflowRemoved'));
  };
  return (
    <OptionsSection id="workflows" title={t('workflows')}>
      <p class="hint">{t('workflowsIntro')}</p>
      {watched.length > 0 && (
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
