import { compareRuns, type Run } from '../../core/zaia/agent-runs';
import { readRunStatus } from '../../core/zaia/run-row';
import * as z from '../../core/zod';
import { unexpectedAnswer } from '../api-error';
import { newestOfEach } from '../newest-of-each';
import { isRefusal } from '../refusal';
import { flag, id, moment, quantity, rows, text, toList } from '../wire';

/** What the list tells of each execution, and the others as well. */
export const execution = {
  id: text(),
  createdAt: moment(),
  updatedAt: moment(),
  startedAt: moment(),
  /** Null while it runs. */
  endedAt: moment(),
  status: text(),
  creditsUsed: quantity(),
  isAgentic: flag(),
  isPurged: flag(),
  parentId: id(),
};

const executionRows = rows(execution);
type ExecutionRow = z.infer<typeof executionRows>[number];

export interface RunsPage {
  /** Newest first. */
  runs: Run[];
  /** With broken rows. */
  rowCount: number;
}

/** Reads `GET /api/v1/executions`. What is around the list is not documented. @throws ApiError if it is no list */
export function parseRuns(body: unknown): RunsPage {
  const list = toList(body);
  if (list === null || isRefusal(body)) throw unexpectedAnswer(body);
  return { runs: readRuns(list).sort(compareRuns), rowCount: list.length };
}

/** The runs among the first 10,000 rows, each once. */
export function readRuns(list: unknown[]): Run[] {
  const found = z.parse(executionRows, list).filter(({ id }) => id !== '');
  return newestOfEach(found, ({ updatedAt, endedAt }) =>
    Math.max(updatedAt ?? 0, endedAt ?? 0),
  ).map(toRun);
}

export function toRun(row: ExecutionRow): Run {
  return {
    id: row.id,
    startedAtMs: row.startedAt ?? row.createdAt,
    endedAtMs: row.endedAt,
    status: readRunStatus(row.status),
    credits: row.creditsUsed,
    isAgentic: row.isAgentic,
    isPurged: row.isPurged,
    ...(!['', row.id].includes(row.parentId) && { parentId: row.parentId }),
  };
}
