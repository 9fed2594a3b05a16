import type { RunDetails } from '../../core/zaia/run-details';
import * as z from '../../core/zod';
import { unexpectedAnswer } from '../api-error';
import { jsonTree } from '../json-tree';
import { isObject, moment, text } from '../wire';
import { execution, toRun } from './answer';

const whole = z.object({
  ...execution,
  updatedAt: moment(),
  responderId: text(),
  workspaceId: text(),
  detail: z.optional(z.unknown()),
});

/** No envelope is documented. Others wrap one thing in `data`, or in a list of one, or in both. */
const MOST_WRAPPERS = 3;

/**
 * Reads `GET /api/v1/executions/{id}`.
 * @param id that was asked for
 * @throws ApiError `unexpected-answer` if it is not that execution
 */
export function parseDetails(body: unknown, id: string): RunDetails {
  const found = withId(body);
  if (found === null) throw unexpectedAnswer(body);
  const row = z.parse(whole, found);
  if (row.id.toLowerCase() !== id.toLowerCase()) throw unexpectedAnswer(body);
  return {
    run: toRun(row),
    createdAtMs: row.createdAt,
    startedAtMs: row.startedAt,
    updatedAtMs: row.updatedAt,
    responderId: row.responderId,
    workspaceId: row.workspaceId,
    detail: jsonTree(row.detail ?? null),
  };
}

/** The object that has an id: the body itself, or what it wraps. */
function withId(body: unknown): object | null {
  let found = body;
  for (let level = 0; level <= MOST_WRAPPERS; level += 1) {
    if (isObject(found) && 'id' in found) return found;
    if (Array.isArray(found)) [found] = found;
    else if (isObject(found)) found = found.data ?? found.execution;
  }
  return null;
}
