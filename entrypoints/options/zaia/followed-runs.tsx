import { ConnectionForm } from '../../../components/options/connection-fields';
import { Field } from '../../../components/options/field';
import { useUi } from '../../../components/ui';
import { FollowedEntry } from '../../../components/zaia/followed-entry';
import type { State } from '../../../lib/core/state/state';
import type { ZaiaConnection } from '../../../lib/core/zaia/zaia';
import { useFollowedRuns } from './use-followed-runs';

interface FollowedRunsProps {
  connection: ZaiaConnection;
  state: State;
}

/** The runs that the user follows, and a form to follow one more. */
export function FollowedRuns({ connection, state }: FollowedRunsProps) {
  const { t } = useUi();
  const { text, onInput, error, message, followRun, unfollow } = useFollowedRuns(connection);
  const { followed = [] } = connection;
  const known = state.feeds.find((feed) => feed.kind === 'zaia')?.data?.followed ?? [];
  return (
    <>
      <ConnectionForm message={message} saveLabel={t('follow')} onSave={followRun}>
        <Field
          id="agent-runs-follow"
          label={t('followRun')}
          value={text}
          hint={t('followRunHint')}
          error={error ?? undefined}
          onInput={onInput}
          onPasted={() => false}
        />
      </ConnectionForm>
      {followed.length > 0 && (
        <ul class="entries" aria-label={t('followedRuns')}>
          {followed.map((id) => (
            <FollowedEntry
              key={id}
              id={id}
              known={known.find((one) => one.id === id)}
              onUnfollow={() => unfollow(id)}
            />
          ))}
        </ul>
      )}
    </>
  );
}
