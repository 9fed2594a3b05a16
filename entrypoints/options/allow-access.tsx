import { useUi } from '../../components/ui';
import type { Feed } from '../../lib/core/state/feed';
import { NOTHING_SAID } from './form-message';
import { onceAllowed } from './use-connection-form';
import type { useSaid } from './use-said';

interface AllowAccessProps {
  /** What is known from a connection; undefined before it was first asked. */
  feed: Feed | undefined;
  /** What the form of the service says. */
  form: Pick<ReturnType<typeof useSaid>, 'begin' | 'show'>;
}

/** Asks again for an address that the user had allowed. Nothing while the browser allows it. */
export function AllowAccess({ feed, form }: AllowAccessProps) {
  const ui = useUi();
  if (feed?.failure?.kind !== 'permission') return null;
  const ask = () =>
    onceAllowed(ui, feed.address, form.begin().tell, async () => form.show(NOTHING_SAID));
  return (
    <div class="buttons">
      <button type="button" onClick={ask}>
        {ui.t('allowAccess')}
      </button>
    </div>
  );
}
