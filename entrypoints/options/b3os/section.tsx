import { WorkflowEntry } from '../../../components/b3os/workflow-entry';
import { useConfirm } from '../../../components/confirm-dialog';
import {
  ConnectionFields,
  ConnectionForm,
  secretField,
} from '../../../components/options/connection-fields';
import { ServiceCard } from '../../../components/options/service-card';
import { useUi } from '../../../components/ui';
import { type B3osConnection, DEFAULT_B3OS_ADDRESS } from '../../../lib/core/b3os/b3os';
import { workflowTitle } from '../../../lib/core/b3os/workflow-row';
import { AllowAccess } from '../allow-access';
import { SavedAnswer } from '../saved-answer';
import type { SectionProps } from '../section';
import { useWorkflows } from './use-workflows';
import type { WorkflowField } from './workflow-spec';

type Workflows = ReturnType<typeof useWorkflows>;

/** The watched workflow executions, and a form to add or change one. */
export function WorkflowsSection(props: SectionProps) {
  const { t } = useUi();
  const workflows = useWorkflows(props);
  const { ended, notAllowed, edited, keepsToken, form, status, needsUser, edit, remove } =
    workflows;
  const { ask, dialog } = useConfirm();
  const askToRemove = (connections: B3osConnection[], title: string) =>
    ask({
      title,
      text: t('removeLoses'),
      action: t('remove'),
      onConfirm: () => remove(connections),
    });
  return (
    <ServiceCard
      id="workflows"
      title={t('workflows')}
      service="B3OS"
      status={status}
      isOpenAtFirst={needsUser || props.pasted !== undefined}
    >
      <p class="hint">{t('workflowsIntro')}</p>
      <AllowAccess feed={notAllowed} form={form} />
      <Entries
        {...workflows}
        remove={(connection, name) => askToRemove([connection], t('removeQuestion', name))}
      />
      {ended.length > 0 && (
        <button type="button" onClick={() => askToRemove(ended, t('removeEndedQuestion'))}>
          {t('removeEnded')}
        </button>
      )}
      <ConnectionForm
        message={form.message}
        saveLabel={t(edited === null ? 'addWorkflow' : 'saveWorkflow')}
        onSave={form.onSave}
        onTest={form.onTest}
        buttons={
          edited !== null && (
            <button type="button" onClick={() => edit(null)}>
              {t('cancel')}
            </button>
          )
        }
      >
        <Fields {...{ form, edited, keepsToken }} />
      </ConnectionForm>
      <SavedAnswer connection={edited} serviceName="B3OS" />
      {dialog}
    </ServiceCard>
  );
}

interface EntriesProps
  extends Pick<Workflows, 'watched' | 'imported' | 'feedOf' | 'edit' | 'removeImported'> {
  remove(connection: B3osConnection, name: string): void;
}

function Entries(props: EntriesProps) {
  const { watched, imported, feedOf, edit, remove, removeImported } = props;
  if (watched.length + imported.length === 0) return null;
  return (
    <ul class="entries">
      {watched.map((connection) => {
        const feed = feedOf(connection);
        const { label, executionId } = connection;
        // The name that the popup gives it.
        const name = workflowTitle(label, feed?.data ?? null, executionId);
        return (
          <WorkflowEntry
            key={connection.id}
            name={name}
            executionId={executionId}
            feed={feed}
            onEdit={() => goTo('label', () => edit(connection))}
            onRemove={() => remove(connection, name)}
          />
        );
      })}
      {imported.map((row) => (
        <WorkflowEntry
          key={`${row.address} ${row.executionId}`}
          name={row.label || row.executionId}
          executionId={row.executionId}
          needsToken
          onEdit={() => goTo('token', () => edit(null, row))}
          onRemove={() => removeImported(row)}
        />
      ))}
    </ul>
  );
}

/** The form stands below the list, maybe out of sight. */
function goTo(field: WorkflowField, edit: () => void) {
  edit();
  document.getElementById(`workflow-${field}`)?.focus();
}

function Fields({ form, edited, keepsToken }: Pick<Workflows, 'form' | 'edited' | 'keepsToken'>) {
  const { t } = useUi();
  return (
    <>
      <ConnectionFields
        {...form}
        prefix="workflow"
        fields={[
          { name: 'label', label: t('label'), hint: t('labelHint') },
          { name: 'address', label: t('apiAddress'), placeholder: DEFAULT_B3OS_ADDRESS },
          { name: 'executionId', label: t('executionId') },
          secretField(t, 'token', keepsToken, 'clientToken'),
        ]}
      />
      {/* A pasted request may have filled it in: nobody saves a key without having seen it. */}
      <details open={form.errors.apiKey !== undefined || form.form.apiKey !== ''}>
        <summary>{t('advanced')}</summary>
        <ConnectionFields
          {...form}
          prefix="workflow"
          fields={[secretField(t, 'apiKey', Boolean(edited?.apiKey), 'apiKey', 'apiKeyHint')]}
        />
      </details>
    </>
  );
}
