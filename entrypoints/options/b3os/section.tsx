import { WorkflowEntry } from '../../../components/b3os/workflow-entry';
import {
  ConnectionFields,
  ConnectionForm,
  OptionsSection,
} from '../../../components/options/connection-fields';
import { useUi } from '../../../components/ui';
import { DEFAULT_B3OS_ADDRESS } from '../../../lib/core/b3os/b3os';
import type { SectionProps } from '../section';
import { useWorkflows } from './use-workflows';

type Workflows = ReturnType<typeof useWorkflows>;

/** The watched workflow executions, and a form to add or change one. */
export function WorkflowsSection(props: SectionProps) {
  const { t } = useUi();
  const workflows = useWorkflows(props);
  const { ended, edited, form, edit, remove } = workflows;
  return (
    <OptionsSection id="workflows" title={t('workflows')}>
      <p class="hint">{t('workflowsIntro')}</p>
      <Entries {...workflows} forget={props.forget} />
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
        <Fields form={form} edited={edited} />
      </ConnectionForm>
    </OptionsSection>
  );
}

type EntriesProps = Pick<Workflows, 'watched' | 'imported' | 'feedOf' | 'edit' | 'remove'> &
  Pick<SectionProps, 'forget'>;

function Entries({ watched, imported, feedOf, edit, remove, forget }: EntriesProps) {
  if (watched.length + imported.length === 0) return null;
  return (
    <ul class="entries">
      {watched.map((connection) => (
        <WorkflowEntry
          key={connection.id}
          name={connection.label || connection.executionId}
          feed={feedOf(connection)}
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
  );
}

function Fields({ form, edited }: Pick<Workflows, 'form' | 'edited'>) {
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
    </>
  );
}
