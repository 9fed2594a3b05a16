import type { Nesting, Run } from '../../core/zaia/agent-runs';
import * as z from '../../core/zod';
import { unexpectedAnswer } from '../api-error';
import { flag, listOrNull, moment, part, quantity, rows, text } from '../wire';

/** A nesting shows so many levels below the run, and so many runs. */
const DEEPEST = 8;
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

/** What may be around a list of executions: not documented. It may also come bare. */
const listAnswer = part({ data: listOrNull(), items: listOrNull(), executions: listOrNull() });

/** An execution with those it called, each of the same shape. Their name is not documented. */
const nestedExecution = part({
  id: text(),
  children: listOrNull(),
  nestings: listOrNull(),
  executions: listOrNull(),
});

const executions = rows(execution);
const oneExecution = part(execution);
type ExecutionRow = z.infer<typeof oneExecution>;

/** A page of the list of executions. */
export interface RunsPage {
  /** Newest first, those with an id. */
  runs: Run[];
  /** How many rows there were, those without an id included. */
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
  const runs = z.parse(executions, list).filter(({ id }) => id !== '');
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
  const pending = [{ row: body, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { row, depth } = next;
    const { id, children, nestings, executions: named } = z.parse(nestedExecution, row);
    if (id === '') continue;
    if (depth <= DEEPEST && nodes.length < MOST_NODES) {
      nodes.push({ ...toRun(z.parse(oneExecution, row)), depth });
    } else {
      notShown += 1;
    }
    const called = firstWithRows(children, nestings, named) ?? [];
    for (const child of called.toReversed()) pending.push({ row: child, depth: depth + 1 });
  }
  if (nodes.length === 0) throw unexpectedAnswer(body);
  return { nodes, notShown };
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
