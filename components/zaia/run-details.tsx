import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { FAILURE_TEXTS } from '../../lib/core/feeds/failure';
import { isoMoment } from '../../lib/core/time/format';
import type { Zone } from '../../lib/core/time/time-zone';
import type { Run } from '../../lib/core/zaia/agent-runs';
import { runDetailsSchema } from '../../lib/core/zaia/run-details';
import { CopyText } from '../copy-text';
import { JsonTree } from '../json-tree';
import { useUi } from '../ui';
import { rowId, rowTitleId } from './row-id';
import { type Asking, useDetail } from './use-detail';

interface RunDetailsProps extends Asking {
  run: Run;
  zone: Zone;
  /** The ids of the runs that are on the page. */
  listed: Set<string>;
}

/** All that is known of a run. What the list does not have is asked for when this is opened. */
export function RunDetails(props: RunDetailsProps) {
  const { t } = useUi();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="more-about" aria-describedby={rowTitleId(props.run.id)}>
        {t('details')}
      </summary>
      {isOpen && <Facts {...props} />}
    </details>
  );
}

function Facts({ run, zone, listed, ...asking }: RunDetailsProps) {
  const { t, format } = useUi();
  // A run that has ended meanwhile has more to tell.
  const found = useDetail(asking, 'run', run.id, runDetailsSchema, run.endedAtMs);
  const details = typeof found === 'string' ? null : found;
  const { parentId = '' } = details?.run ?? run;
  const startedAtMs = details === null ? run.startedAtMs : details.startedAtMs;
  const endedAtMs = details?.run.endedAtMs ?? run.endedAtMs;
  // They only grow, and the list is asked for again while the details are open.
  const credits = Math.max(run.credits, details?.run.credits ?? 0);
  const at = (atMs: number | null | undefined) => atMs && <WholeMoment atMs={atMs} zone={zone} />;
  return (
    <>
      <dl class="metadata facts">
        <Fact name={t('created')}>{at(details?.createdAtMs)}</Fact>
        <Fact name={t('started')}>{at(startedAtMs)}</Fact>
        <Fact name={t('ended')}>{at(endedAtMs) ?? t('notYet')}</Fact>
        <Fact name={t('lastUpdated')}>{at(details?.updatedAtMs)}</Fact>
        <Fact name={t('creditsUsed')}>{format.credits(credits)}</Fact>
        <Id name={t('runId')} id={run.id} />
        <Id name={t('parentRun')} id={parentId} isListed={listed.has(parentId)} />
        <Id name={t('responder')} id={details?.responderId ?? ''} />
        <Id name={t('workspace')} id={details?.workspaceId ?? ''} />
      </dl>
      {found === null && <p class="hint">{t('waiting', 'Zaia')}</p>}
      {typeof found === 'string' && <p class="problem alert">{t(FAILURE_TEXTS[found], 'Zaia')}</p>}
      {details !== null && details.detail.nodes.length > 0 && (
        <>
          <p class="hint">{t('detail')}</p>
          <JsonTree tree={details.detail} label={t('detail')} />
        </>
      )}
    </>
  );
}

/** Nothing if there is nothing to tell. */
function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  if (!children) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** @param isListed there is a row of that run on the page */
function Id({ name, id, isListed = false }: { name: string; id: string; isListed?: boolean }) {
  return (
    <Fact name={name}>
      {id !== '' && (
        <>
          {isListed ? <RowLink id={id} /> : <bdi>{id}</bdi>} <CopyText text={id} label={name} />
        </>
      )}
    </Fact>
  );
}

/** Goes to the row of that run. Focusing it scrolls it into sight. */
function RowLink({ id }: { id: string }) {
  return (
    <a
      href={`#${rowId(id)}`}
      onClick={(event) => {
        event.preventDefault();
        const { ownerDocument } = event.currentTarget;
        ownerDocument.getElementById(rowId(id))?.querySelector('summary')?.focus();
      }}
    >
      <bdi>{id}</bdi>
    </a>
  );
}

/** With its date and its seconds. */
function WholeMoment({ atMs, zone }: { atMs: number; zone: Zone }) {
  const { format } = useUi();
  return (
    <time dateTime={isoMoment(atMs)}>
      {format.shortDate(atMs, zone)}, {format.timeOfDayWithSeconds(atMs, zone)}
    </time>
  );
}
