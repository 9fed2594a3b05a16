import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { FailureKind } from '../../lib/core/feeds/failure';
import { scheduleOf } from '../../lib/core/state/feed';
import { type Run, runSchema, unfinished } from '../../lib/core/zaia/agent-runs';
import * as z from '../../lib/core/zod';
import type { Asking } from './use-detail';

const pageSchema = z.rows(runSchema);

/** The pages after the first one, as the user asks for them; gone when the popup closes. */
export function useMore({ feed, askDetail, schedules }: Asking) {
  const { data } = feed;
  // All that was seen so far: runs that start meanwhile push others off the first page, but not out of the list.
  const known = useRef(new Map<string, Run>()).current;
  const [pages, setPages] = useState(1);
  const [isAll, setAll] = useState(false);
  const [failed, setFailed] = useState<FailureKind | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const ask = async (page: number): Promise<Run[] | FailureKind> => {
    const reply = await askDetail(feed, 'page', String(page));
    const parsed = z.safeParse(pageSchema, reply?.data);
    return parsed.success ? parsed.data : (reply?.failure?.kind ?? 'unexpected-answer');
  };
  const load = async () => {
    if (isAll || isBusy) return;
    setBusy(true);
    const found = await ask(pages + 1);
    setBusy(false);
    setFailed(typeof found === 'string' ? found : null);
    if (typeof found === 'string') return;
    for (const run of found) known.set(run.id, run);
    setPages(pages + 1);
    setAll(found.length === 0);
  };
  const first = new Set(data?.runs.map(({ id }) => id));
  for (const run of data?.runs ?? []) known.set(run.id, run);
  const runs = pages === 1 ? [] : [...known.values()].filter(({ id }) => !first.has(id));
  runs.sort((a, b) => (b.startedAtMs ?? 0) - (a.startedAtMs ?? 0));
  useEffect(() => {
    // Zaia has answered since: what was said is no longer true.
    setFailed(null);
    if (unfinished(runs) === 0) return undefined;
    let isOver = false;
    // That answer tells nothing of the runs after the first page, and some of them may have ended.
    const later = Array.from({ length: pages - 1 }, (_, index) => ask(index + 2));
    Promise.all(later).then((answers) => {
      const found = answers.filter((page) => typeof page !== 'string');
      if (isOver || found.length < answers.length) return;
      // A run that was pushed off the last page is heard of no more: it may have ended.
      for (const { id, endedAtMs } of runs) if (endedAtMs === null) known.delete(id);
      for (const run of found.flat()) known.set(run.id, run);
      redraw(undefined);
    });
    return () => {
      isOver = true;
    };
  }, [scheduleOf(schedules, feed).answeredAtMs]);
  return { runs, isAll, isBusy, failed, load };
}
