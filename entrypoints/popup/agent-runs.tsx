import type { SectionProps } from '../../components/popup/section';
import { AgentRuns as View } from '../../components/zaia/agent-runs';
import { follow } from '../../lib/browser/send-command';
import type { ZaiaFeed } from '../../lib/core/state/feed';
import { useOnlyTopLevel } from './use-only-top-level';

/** The agent runs, with what they need of the browser. */
export function AgentRuns(props: SectionProps<ZaiaFeed>) {
  const onlyTopLevel = useOnlyTopLevel();
  return (
    <View
      {...{ ...props, ...onlyTopLevel }}
      follow={({ connectionId }, id, isFollowed) => follow({ connectionId, id, isFollowed })}
    />
  );
}
