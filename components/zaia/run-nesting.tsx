import { counted } from '../../lib/core/counted';
import { FAILURE_TEXTS } from '../../lib/core/feeds/failure';
import type { Run } from '../../lib/core/zaia/agent-runs';
import { type Nesting, nestingSchema } from '../../lib/core/zaia/nesting';
import { useUi } from '../ui';
import { RunSummary } from './run-summary';
import { type Asking, useDetail } from './use-detail';

/** The runs that a run called. Asked for when it is opened, and again when it has ended: they have ended too. */
export function RunNesting({ run, ...asking }: Asking & { run: Run }) {
  const ui = useUi();
  const { t } = ui;
  const nesting = useDetail(asking, 'nesting', run.id, nestingSchema, run.endedAtMs);
  if (nesting === null) return <p class="hint">{t('waiting', 'Zaia')}</p>;
  if (typeof nesting === 'string') {
    return <p class="hint">{t(FAILURE_TEXTS[nesting], 'Zaia')}</p>;
  }
  // The first node is the run itself.
  const children = nesting.nodes.slice(1);
  return (
    <>
      {children.length === 0 ? (
        <p class="hint">{t('noNestedRuns')}</p>
      ) : (
        <ul class="tree" aria-label={t('nestedRuns')}>
          {children.map((node) => (
            <Node key={node.id} node={node} />
          ))}
        </ul>
      )}
      {nesting.notShown > 0 && <p class="hint">{counted(ui, 'notShown', nesting.notShown)}</p>}
    </>
  );
}

/** Pixels per level of the tree. */
const INDENT = 14;

function Node({ node }: { node: Nesting['nodes'][number] }) {
  return (
    <li style={{ paddingInlineStart: `${(node.depth - 1) * INDENT}px` }}>
      <RunSummary run={node} />
    </li>
  );
}
