import { h } from 'preact';
import type { SectionProps } from '../../../components/popup/section.ts';
import { AgentRuns } from '../../../components/zaia/agent-runs.tsx';
import type { Schedules } from '../../../lib/core/state/feed.ts';
import type { Run } from '../../../lib/core/zaia/agent-runs.ts';
import { runsFeed } from './example-feed.ts';
import { EXAMPLE_ZONE } from './example-timer.ts';

/** The popup's section with these agent runs. Only what is asked for details does something. */
export function agentRunsView(
  runs: Run[],
  askDetail: SectionProps['askDetail'],
  schedules: Schedules = {},
) {
  return h(AgentRuns, {
    feeds: [runsFeed({ data: { runs, creditsToday: 0, isAtLeast: false } })],
    schedules,
    zone: { kind: 'named', timeZone: EXAMPLE_ZONE },
    askDetail,
    follow: async () => null,
    isTopLevelOnly: false,
    onTopLevelOnly: () => undefined,
    onAllow: () => undefined,
    onOptions: () => undefined,
  });
}
