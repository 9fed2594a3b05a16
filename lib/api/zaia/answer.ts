import type { Nesting, Run } from '../../core/zaia/agent-runs';
import * as z from '../../core/zod';
import { unexpectedAnswer } from '../api-error';
import { flag, isObject, listOrNull, moment, part, quantity, rows, text } from '../wire';

/** What is shown of a nesting. */
const DEEPEST = 8;
const MOST_NODES = 200;

/** What the list tells of each execution, and the others as well. */
export const execution = {
  id: text(),
  createdAt: moment(),
  startedAt: moment(),
  /** Null while it runs. */
  endedAt: moment(),
  status: text(),
  creditsUsed: quantity(),
  isAgentic: flag(),
  isPurged: flag(),
  parentId: text(),
};

/** What may be around the list is not documented. */
const listAnswer = part({ data: listOrNull(), items: listOrNull(), executions: listOrNull() });

/** Nor is the name of the executions that one called. */
const nestedExecution = z.object({
  id: text(),
  children: listOrNull(),
  nestings: listOrNull(),
  executions: listOrNull(),
});

const oneExecution = z.object(execution);
const executionRows = rows(execution);
type ExecutionRow = z.infer<typeof oneExecution>;

export interface RunsPage {
  /** Newest first. */
  runs: Run[];
  /** With broken rows. */
  rowCount: number;
}

/** Reads `GET /api/v1/executions`. @throws ApiError `unexpected-answer` if it is no list */
export function parseRuns(body: unknown): RunsPage {
  const { data, items, executions: named } = z.parse(listAnswer, body);
  const list = Array.isArray(body) ? body : firstWithRows(data, items, named);
  if (list === null) throw unexpectedAnswer(body);
  const runs = z.parse(executionRows, list).filter(({ id }) => id !== '');
  return { runs: runs.map(toRun), rowCount: list.length };
}

/**
 * Reads `GET /api/v1/executions/nestings`.
 * @returns each run before those it called; those that are too deep or too many are counted
 * @throws ApiError `unexpected-answer` if it is no execution
 */
export function parseNesting(body: unknown): Nesting {
  const nodes: Nesting['nodes'] = [];
  let notShown = 0;
  // No recursion: the stack would overflow.
  const pending = [body].filter(hasId).map((row) => ({ row, depth: 0 }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { row, depth } = next;
    const { id, children, nestings, executions: named } = z.parse(nestedExecution, row);
    if (id === '') continue;
    if (depth <= DEEPEST && nodes.length < MOST_NODES) {
      nodes.push({ ...toRun(z.parse(oneExecution, row)), depth });
    } else {
      notShown += 1;
    }
    const called = (firstWithRows(children, nestings, named) ?? []).filter(hasId);
    for (const child of called.toReversed()) pending.push({ row: child, depth: depth + 1 });
  }
  if (nodes.length === 0) throw unexpectedAnswer(body);
  return { nodes, notShown };
}

/** Before parsing: 300,000 empty rows take 10 ms instead of 180. */
function hasId(row: unknown): boolean {
  return isObject(row) && 'id' in row;
}

/** The first list with rows, else the first list, else null. */
function firstWithRows(...lists: (unknown[] | null)[]): unknown[] | null {
  const found = lists.filter((list) => list !== null);
  return found.find(({ length }) => length > 0) ?? found[0] ?? null;
}

export function toRun(row: ExecutionRow): Run {
  return {
    id: row.id,
    startedAtMs: row.startedAt ?? row.createdAt,
    endedAtMs: row.endedAt,
    status: row.status,
    credits: row.creditsUsed,
    isAgentic: row.isAgentic,
    isPurged: row.isPurged,
    ...(row.parentId !== '' && { parentId: row.parentId }),
  };
}
