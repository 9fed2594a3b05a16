import type { Nesting, Run } from '../../core/zaia/agent-runs';
import * as z from '../../core/zod';
import { unexpectedAnswer } from '../api-error';
import { flag, isObject, listOrNull, moment, part, quantity, rows, text } from '../wire';

/** The levels of a nesting that are shown below the run itself. */
const DEEPEST = 8;
/** The runs of a nesting that are shown. */
const MOST_NODES = 200;

/** One execution of an agent. */
const execution = {
  id: text(),
  createdAt: moment(),
  startedAt: moment(),
  /** Null while it runs. */
  endedAt: moment(),
  status: text(),
  creditsUsed: quantity(),
  isAgentic: flag(),
  isPurged: flag(),
};

/** The list of executions may come bare, or in an object. Neither is documented. */
const listAnswer = part({ data: listOrNull(), items: listOrNull(), executions: listOrNull() });

/** An execution has those that it called under one of these names, each of the same shape. Not documented either. */
const nestedExecution = z.object({
  id: text(),
  children: listOrNull(),
  nestings: listOrNull(),
  executions: listOrNull(),
});

const oneExecution = z.object(execution);
const executionRows = rows(execution);
type ExecutionRow = z.infer<typeof oneExecution>;

/** A page of the list of executions. */
export interface RunsPage {
  /** Newest first, without the rows that have no id. */
  runs: Run[];
  /** How many rows came, with those that have no id. */
  rowCount: number;
}

/**
 * Reads the body of `GET /api/v1/executions`.
 * @throws ApiError `unexpected-answer` if it is no list
 */
export function parseRuns(body: unknown): RunsPage {
  const { data, items, executions: named } = z.parse(listAnswer, body);
  const list = Array.isArray(body) ? body : firstWithRows(data, items, named);
  if (list === null) throw unexpectedAnswer(body);
  const runs = z.parse(executionRows, list).filter(({ id }) => id !== '');
  return { runs: runs.map(toRun), rowCount: list.length };
}

/**
 * Reads the body of `GET /api/v1/executions/nestings`: a run with all that it called.
 * @returns each run before those it called; what is too deep or too much is counted
 * @throws ApiError `unexpected-answer` if it is no execution
 */
export function parseNesting(body: unknown): Nesting {
  const nodes: Nesting['nodes'] = [];
  let notShown = 0;
  // No recursion: the service decides how deep the tree is.
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

/** Checked before parsing: 300,000 empty rows take 10 ms, and 180 if each is parsed. */
function hasId(row: unknown): boolean {
  return isObject(row) && 'id' in row;
}

/** The first list with something in it, or else the first list; null if there is none. */
function firstWithRows(...lists: (unknown[] | null)[]): unknown[] | null {
  const found = lists.filter((list) => list !== null);
  return found.find(({ length }) => length > 0) ?? found[0] ?? null;
}

function toRun(row: ExecutionRow): Run {
  return {
    id: row.id,
    startedAtMs: row.startedAt ?? row.createdAt,
    endedAtMs: row.endedAt,
    status: row.status,
    credits: row.creditsUsed,
    isAgentic: row.isAgentic,
    isPurged: row.isPurged,
  };
}
