import {
  B3OS_OWN_PATH,
  B3OS_PATH,
  type B3osConnection,
  b3os,
  DEFAULT_B3OS_ADDRESS,
  MOST_WORKFLOWS,
} from '../../../lib/core/b3os/b3os';
import { isApiKey, readClientToken, readWorkflowId } from '../../../lib/core/b3os/client-token';
import { readPastedJson } from '../../../lib/core/b3os/pasted-json';
import { checkFields, type Field, readSecret } from '../../../lib/core/feeds/field-readers';
import { type PastedFields, pastedFields } from '../../../lib/core/feeds/pasted-fields';
import { isForAnother } from '../../../lib/core/settings/asked-addresses';
import { pastedParameter, readPastedRequest } from '../../../lib/core/settings/pasted-request';
import { readFirst } from '../pasted-for';
import { readServiceAddress } from '../service-address';
import type { FormSpec } from '../use-connection-form';

export type WorkflowField = 'label' | 'address' | 'executionId' | 'token' | 'apiKey';

/**
 * The form of one watched execution.
 * @param others the executions that are watched already
 */
export function specFor(others: B3osConnection[]): FormSpec<WorkflowField, B3osConnection> {
  return {
    service: b3os,
    fill: (known) => ({
      label: known?.label ?? '',
      address: known?.address ?? DEFAULT_B3OS_ADDRESS,
      executionId: known?.executionId ?? '',
      token: '',
      apiKey: '',
    }),
    check: (form, saved) => {
      const address = readServiceAddress(form.address, b3os, B3OS_OWN_PATH);
      const secret = (value: string) => saved && { address: saved.address, secret: value };
      const apiKey = readSecret(form.apiKey, address, secret(saved?.apiKey ?? ''));
      const checked = checkFields({
        label: { ok: true, value: form.label.trim() },
        address,
        executionId: notTwice(readWorkflowId(form.executionId), address, others, saved),
        token: readSecret(form.token, address, secret(saved?.token ?? ''), readClientToken),
        // An empty field keeps a key saved for this origin, if any.
        apiKey: form.apiKey.trim() === '' && !apiKey.ok ? { ok: true, value: '' } : apiKey,
      });
      return checked.ok ? { ok: true, connection: { kind: 'b3os', ...checked.values } } : checked;
    },
    readPasted: (pasted, current = DEFAULT_B3OS_ADDRESS) =>
      readFirst(pasted, b3os, (text) => readWorkflow(text, current)),
  };
}

function readWorkflow(text: string, current: string): PastedFields<WorkflowField> | null {
  // Its field says why it is refused.
  if (isApiKey(text)) return pastedFields<WorkflowField>({ token: text });
  const created = readPastedJson(text);
  const pasted = readPastedRequest(text, B3OS_PATH);
  if (pasted === null) return pastedFields<WorkflowField>(created);
  const { token: inHeader, ...rest } = pasted;
  const isOurs = pasted.address !== null || !isForAnother(text, current);
  // The key that created an execution may do everything: it is not needed to watch it.
  const isOfCreation = created !== null && pasted.executionId === null;
  const apiKey = isOurs && !isOfCreation ? inHeader : null;
  const token = created?.token ?? pastedParameter(text, B3OS_PATH, 'token');
  const executionId = created?.executionId ?? pasted.executionId;
  return pastedFields<WorkflowField>({ ...rest, apiKey, token, executionId });
}

function notTwice(
  id: Field,
  address: Field,
  others: B3osConnection[],
  saved: B3osConnection | null,
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
