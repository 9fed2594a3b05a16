import { b3os } from '../b3os/b3os';
import { hasEnded, isWorkflowStatus, type Workflow } from '../b3os/workflow';
import { STATUS_TEXTS, workflowTitle } from '../b3os/workflow-row';
import { endedBadly, type Feed } from '../state/feed';
import type { TextKey } from '../texts';
import { HOUR_MS } from '../time/time-zone';
import type { Words } from '../ui';
import { knownRuns, type Run } from '../zaia/agent-runs';
import { runStatusText } from '../zaia/run-row';
import { zaia } from '../zaia/zaia';
import type { Known, Occurrence, Rule } from './rule';
import { inOneLine, momentText } from './words';

/** The keys under which a workflow or run is remembered until it has ended. */
const workflowKey = (connectionId: string) => `workflow ${connectionId}`;
const runKey = (id: string) => `run ${id}`;

/** The key of the workflow or run that a reminder was about; null if it is of another rule. */
export function keyOfTold(rule: string, occurrence: string): string | null {
  if (rule.startsWith('workflow-')) return workflowKey(occurrence);
  return rule.startsWith('run-') ? runKey(occurrence) : null;
}

/** For every known workflow and run, by its key: whether it has ended. */
export function endsIn(feeds: Feed[]): Map<string, boolean> {
  const rows = feeds.flatMap((feed): [string, boolean][] => {
    if (feed.kind === 'b3os' && feed.data !== null) {
      return [[workflowKey(feed.connectionId), hasEnded(feed.data)]];
    }
    if (feed.kind !== 'zaia' || feed.data === null) return [];
    return knownRuns(feed.data).map(({ id, endedAtMs }) => [runKey(id), endedAtMs !== null]);
  });
  return new Map(rows);
}

/** The ids of the runs in Zaia's list; null if there is none. It lists the newest ones. */
export function listedRuns(feeds: Feed[]): Set<string> | null {
  const lists = feeds.flatMap((feed) => (feed.kind === 'zaia' && feed.data ? [feed.data] : []));
  return lists.length === 0 ? null : new Set(lists.flatMap(knownRuns).map(({ id }) => id));
}

/** The workflows that have ended. @param isBad those that failed; otherwise the others */
function endedWorkflows(known: Known, isBad: boolean): Occurrence[] {
  const { feeds, nowMs } = known;
  return feeds.flatMap((feed) => {
    if (feed.kind !== 'b3os' || feed.data === null || !hasEnded(feed.data)) return [];
    const isOfInterest = endedBadly(feed) === isBad && !(isBad && feed.isSeen);
    if (!isOfInterest || !known.wasOpen(workflowKey(feed.connectionId))) return [];
    const { label, reference, data, connectionId } = feed;
    const atMs = data.finishedAtMs;
    const say: Occurrence['say'] = (words) => {
      const name = inOneLine(workflowTitle(label, data, reference));
      return ended(name, statusOf(data, words), b3os.serviceName, atMs, known, words);
    };
    return [{ id: connectionId, dueAtMs: Math.min(nowMs, atMs ?? nowMs), say }];
  });
}

/** The runs that have ended. @param isBad those that failed; otherwise the others */
function endedRuns(known: Known, isBad: boolean): Occurrence[] {
  const { feeds, nowMs } = known;
  return feeds.flatMap((feed) => {
    if (feed.kind !== 'zaia' || feed.data === null) return [];
    const followed = new Set(feed.data.followed?.map(({ id }) => id));
    return knownRuns(feed.data)
      .filter(({ parentId, id }) => !known.onlyTopLevelRuns || !parentId || followed.has(id))
      .filter(({ endedAtMs, id }) => endedAtMs !== null && known.wasOpen(runKey(id)))
      .filter(({ status }) => (status === 'failed') === isBad)
      .map((run) => {
        const atMs = run.endedAtMs ?? nowMs;
        const say: Occurrence['say'] = (words) => {
          const name = words.t('remindRun', startOf(run, known, words));
          return ended(name, runStatus(run, words), zaia.serviceName, atMs, known, words);
        };
        return { id: run.id, dueAtMs: Math.min(nowMs, atMs), say };
      });
  });
}

/** Runs have no names: the popup calls them by their start, too. */
function startOf(
  { startedAtMs, id }: Run,
  { nowMs, zone }: Pick<Known, 'nowMs' | 'zone'>,
  words: Words,
): string {
  return startedAtMs === null ? inOneLine(id) : momentText(startedAtMs, nowMs, zone, words);
}

function statusOf({ status }: Workflow, { t }: Words): string {
  return isWorkflowStatus(status) ? t(STATUS_TEXTS[status]) : inOneLine(status);
}

function runStatus({ status }: Run, { t }: Words): string {
  const text = runStatusText(status);
  return text ? t(text) : inOneLine(status);
}

function ended(
  name: string,
  status: string,
  service: string,
  atMs: number | null,
  { nowMs, zone }: Pick<Known, 'nowMs' | 'zone'>,
  words: Words,
) {
  return {
    title: `${name}: ${status}`,
    message:
      atMs === null
        ? service
        : words.t('remindEndedAt', service, momentText(atMs, nowMs, zone, words)),
  };
}

function workflowRule(isBad: boolean): Rule {
  const status: TextKey = isBad ? 'workflowFailed' : 'workflowSucceeded';
  return {
    isTimed: false,
    find: (known) => endedWorkflows(known, isBad),
    example: (nowMs, zone) => (words) => {
      const [name, said] = [words.t('remindExample'), words.t(status)];
      return ended(name, said, b3os.serviceName, nowMs, { nowMs, zone }, words);
    },
  };
}

function runRule(isBad: boolean): Rule {
  const status: TextKey = isBad ? 'runFailed' : 'runCompleted';
  return {
    isTimed: false,
    find: (known) => endedRuns(known, isBad),
    example: (nowMs, zone) => (words) => {
      const name = words.t('remindRun', momentText(nowMs - HOUR_MS, nowMs, zone, words));
      return ended(name, words.t(status), zaia.serviceName, nowMs, { nowMs, zone }, words);
    },
  };
}

export const workflowFailed = workflowRule(true);
export const workflowEnded = workflowRule(false);
export const runFailed = runRule(true);
export const runEnded = runRule(false);
