import type { Run } from '../../core/zaia/agent-runs';
import type { Nesting } from '../../core/zaia/nesting';
import { unexpectedAnswer } from '../api-error';
import { isRefusal } from '../refusal';
import { hasId, layers, readText, toList } from '../wire';
import { readRuns } from './answer';

/** What is shown of a nesting. */
const DEEPEST = 8;
const MOST_NODES = 200;
/** Enough for those, also if many come twice. Reading more takes long. */
const MOST_READ = 2_000;

/**
 * Reads `GET /api/v1/executions/nestings`: a run with its children inside, or a list of runs that name their parents.
 * @returns each run once and before those it called, in the order in which they started; those that are too deep or too
 * many are counted
 * @throws ApiError `unexpected-answer` if there is no execution
 */
export function parseNesting(body: unknown): Nesting {
  const root = layers(body).find(hasId);
  const { rows, parents } = everyRow(root ? [root] : (toList(body) ?? []));
  const runs = readRuns(rows.slice(0, MOST_READ)).sort(byStart);
  const parentOf = ({ id }: Run) => {
    const named = parents.get(id) ?? '';
    return parents.has(named) && named !== id ? named : '';
  };
  // The run itself. It may name a run below it as its parent, so what it names does not count.
  const asked = root ?? runs.find((run) => parentOf(run) === '') ?? runs[0];
  const askedId = readText(asked?.id);
  const called = new Map<string, Run[]>();
  for (const run of runs) {
    const parent = run.id === askedId ? '' : parentOf(run);
    const siblings = called.get(parent) ?? [];
    siblings.push(run);
    called.set(parent, siblings);
  }
  const nodes: Nesting['nodes'] = [];
  const below = (id: string, depth: number) =>
    (called.get(id) ?? []).map((run) => ({ ...run, depth })).reverse();
  // The run itself started first. One whose parent is not there was called by it.
  const pending = below('', 1);
  for (let node = pending.pop(); node && nodes.length < MOST_NODES; node = pending.pop()) {
    if (nodes.length === 0) node.depth = 0;
    nodes.push(node);
    if (node.depth < DEEPEST) pending.push(...below(node.id, node.depth + 1));
  }
  if (nodes.length === 0 || isRefusal(body, root)) throw unexpectedAnswer(body);
  return { nodes, notShown: parents.size - nodes.length };
}

function byStart(a: Run, b: Run): number {
  return (a.startedAtMs ?? Infinity) - (b.startedAtMs ?? Infinity) || 0;
}

/** These rows and all below, those above first, with the parent of each id. */
function everyRow(list: unknown[]) {
  const parents = new Map<string, string>();
  const rows = list.filter(hasId);
  // It grows meanwhile. No recursion: the stack would overflow.
  for (const row of rows) {
    const id = readText(row.id);
    if (!parents.has(id)) parents.set(id, readText(row.parentId));
    // The name of the list is not documented.
    for (const child of toList(row.children, row.nestings, row.executions) ?? []) {
      // Before anything else: 300,000 empty rows take 10 ms instead of 180.
      if (!hasId(child)) continue;
      rows.push(child);
      const childId = readText(child.id);
      if (!parents.has(childId)) parents.set(childId, id);
    }
  }
  return { rows, parents };
}
