import { useEffect, useState } from 'preact/hooks';
import { FAILURE_TEXTS, type FailureKind } from '../../lib/core/feeds/failure';
import type { ZaiaFeed } from '../../lib/core/state/feed';
import { type Nesting, nestingSchema, type Run, runClock } from '../../lib/core/zaia/agent-runs';
import * as z from '../../lib/core/zod';
import { Duration } from '../duration';
import type { SectionProps } from '../popup/section';
import { useUi } from '../ui';
import { RunChip } from './run-chip';

interface RunNestingProps extends Pick<SectionProps, 'askDetail'> {
  feed: ZaiaFeed;
  run: Run;
}

/** The runs that a run called. Asked for when it is opened. */
export function RunNesting({ feed, run, askDetail }: RunNestingProps) {
  const { t } = useUi();
  const [nesting, setNesting] = useState<Nesting | FailureKind | null>(null);
  useEffect(() => {
    askDetail(feed, 'nesting', run.id).then((reply) => {
      const parsed = z.safeParse(nestingSchema, reply?.data);
      setNesting(parsed.success ? parsed.data : (reply?.failure?.kind ?? 'unexpected-answer'));
    });
  }, []);
  if (nesting === null) return <p class="opened hint">{t('waiting', 'Zaia')}</p>;
  if (typeof nesting === 'string') {
    return <p class="opened hint">{t(FAILURE_TEXTS[nesting].text, 'Zaia')}</p>;
  }
  // The first node is the run itself.
  const children = nesting.nodes.slice(1);
  return (
    <div class="opened">
      {children.length === 0 ? (
        <p class="hint">{t('noNestedRuns')}</p>
      ) : (
        <ul class="tree" aria-label={t('nestedRuns')}>
          {children.map((node) => (
            <Node key={node.id} node={node} />
          ))}
        </ul>
      )}
      {nesting.notShown > 0 && <p class="hint">{t('notShown', String(nesting.notShown))}</p>}
    </div>
  );
}

/** Pixels per level of the tree. */
const INDENT = 14;

function Node({ node }: { node: Nesting['nodes'][number] }) {
  const { t, format } = useUi();
  return (
    <li style={{ paddingInlineStart: `${(node.depth - 1) * INDENT}px` }}>
      <RunChip status={node.status} />
      <span class="detail">
        <Duration clock={runClock(node)} />
        {' · '}
        {t('credits', format.credits(node.credits))}
        {node.isAgentic && ` · ${t('agentic')}`}
        {node.isPurged && ` · ${t('purged')}`}
      </span>
    </li>
  );
}
