import { useUi } from '../../components/ui';
import type { Feed } from '../../lib/core/state/feed';
import { NOTHING_SAID } from './form-message';
import { onceAllowed } from './use-connection-form';
import type { useSaid } from './use-said';

interface AllowAccessProps {
  /** What is known from a connection; undefined before it was first asked. */
  feed: Feed | undefined;
  /** The form of the service, which says what became of it. */
  form: Pick<ReturnType<typeof useSaid>, 'begin'>;
}

/** Asks again for an address that the user had allowed. Nothing while the browser allows it. */
export function AllowAccess({ feed, form }: AllowAccessProps) {
  const ui = useUi();
  if (feed?.failure?.kind !== 'permission') return null;
  const ask = () => {
    const { tell } = form.begin();
    onceAllowed(ui, feed.address, tell, async () => tell(NOTHING_SAID));
  };
  return (
    <div class="buttons">
      <button type="button" onClick={ask}>
        {ui.t('allowAccess')}
      </button>
    </div>
  );
}
