import { useUi } from '../../components/ui';
import type { Connection } from '../../lib/core/feeds/feed-kind';
import { withoutConnections } from '../../lib/core/settings/settings';
import type { SectionProps } from './section';
import { type FormSpec, useConnectionForm } from './use-connection-form';

/** The form of a service that is connected at most once, and what forgets the connection. */
export function useSingleConnection<Name extends string, C extends Connection>(
  kind: string,
  spec: FormSpec<Name, C>,
  props: SectionProps,
  secrets: NoInfer<Name>[],
) {
  const { t } = useUi();
  const { settings, awaiting, save, forget } = props;
  // The settings hold no connection of a kind that the kind's schema did not parse.
  const saved = (settings.connections.find((row) => row.kind === kind) ?? null) as C | null;
  const rows = awaiting.filter((row) => row.kind === kind);
  // Read with the fields of the kind's own `backup`.
  const awaited = (rows[0] ?? null) as Partial<C> | null;
  const form = useConnectionForm(spec, saved, props, () => secrets, undefined, awaited ?? saved);
  const dismiss = async () => {
    await forget(rows);
    form.refill(saved);
  };
  const disconnect = async () => {
    if (saved === null) return;
    form.say('busy', t('disconnecting'));
    await save((now) => withoutConnections(now, [saved.id]));
    form.refill(null);
    form.say('good', t('disconnected'));
  };
  // The form shows a connection whose token is saved: left empty, its field keeps it.
  const keepsToken = saved !== null && awaited === null;
  return { saved, awaited, keepsToken, form, dismiss, disconnect };
}
