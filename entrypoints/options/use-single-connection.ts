import { useUi } from '../../components/ui';
import type { Connection } from '../../lib/core/settings/settings';
import { waitsForUser } from '../../lib/core/state/feed';
import { feedOf } from '../../lib/core/state/state';
import { saidOfGone, whyNot } from './form-message';
import type { SectionProps } from './section';
import { keepsSecret, statusOf } from './service-status';
import { type FormSpec, useConnectionForm } from './use-connection-form';

/**
 * The form of a service that is connected at most once, and what forgets the connection.
 * @param secrets the fields that are emptied once they are saved
 */
export function useSingleConnection<Name extends string, C extends Connection>(
  kind: C['kind'],
  spec: FormSpec<Name, C>,
  props: SectionProps,
  secrets: NoInfer<Name>[],
) {
  const ui = useUi();
  const { t } = ui;
  const { settings, awaiting, disconnect: disconnectAll, forget } = props;
  const isOwn = (row: Connection): row is C => row.kind === kind;
  const saved = settings.connections.find(isOwn) ?? null;
  const rows = awaiting.filter((row) => row.kind === kind);
  // Read with the fields that the service's own backup rules list.
  const awaited = (rows[0] ?? null) as Partial<C> | null;
  const form = useConnectionForm({
    spec,
    page: props,
    saved,
    initial: awaited ?? saved,
    fieldsToEmpty: () => secrets,
  });
  const dismiss = async () => {
    const { isNewest } = form.begin();
    const isForgotten = await forget(rows);
    if (!isNewest()) return;
    if (isForgotten) form.refill(saved);
    else form.say('bad', t('storageNotRead'));
  };
  /** @returns false if it is still connected, which is said */
  const disconnect = async () => {
    if (saved === null) return false;
    const { isNewest } = form.begin();
    form.say('busy', t('disconnecting'));
    const isGone = await disconnectAll([saved.id]);
    if (!isNewest()) return isGone === true;
    if (isGone === true) {
      form.refill(null);
      form.show(saidOfGone('good', t('disconnected'), saved));
    } else form.say('bad', t(whyNot(isGone)));
    return isGone === true;
  };
  // The form shows the saved connection.
  const canDisconnect = saved !== null && awaited === null;
  const feed = saved === null ? undefined : feedOf(props.state, saved);
  const keepsToken = canDisconnect && keepsSecret(feed);
  const needsUser = awaited !== null || (feed ? waitsForUser(feed) : false);
  const status = statusOf(ui, spec.service, saved, feed);
  const shown = { feed, canDisconnect, keepsToken, status, needsUser };
  return { saved, awaited, form, ...shown, dismiss, disconnect };
}
