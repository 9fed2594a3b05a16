import { useUi } from '../../components/ui';
import type { Connection } from '../../lib/core/feeds/feed-kind';
import { withoutConnections } from '../../lib/core/settings/settings';
import type { SectionProps } from './section';
import { type FormSpec, useConnectionForm } from './use-connection-form';

/** For services with at most one connection. */
export function useSingleConnection<Name extends string, C extends Connection>(
  kind: string,
  spec: FormSpec<Name, C>,
  props: SectionProps,
  secrets: NoInfer<Name>[],
) {
  const { t } = useUi();
  const { settings, awaiting, save, forget } = props;
  // Parsed with this kind's schema.
  const saved = (settings.connections.find((row) => row.kind === kind) ?? null) as C | null;
  const rows = awaiting.filter((row) => row.kind === kind);
  // Parsed with this kind's `backup` fields.
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
  // An empty field then keeps the saved token.
  const keepsToken = saved !== null && awaited === null;
  return { saved, awaited, keepsToken, form, dismiss, disconnect };
}
