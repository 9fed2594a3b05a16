import type { RunDetails } from '../../core/zaia/run-details';
import * as z from '../../core/zod';
import { unexpectedAnswer } from '../api-error';
import { jsonTree } from '../json-tree';
import { isRefusal } from '../refusal';
import { hasId, layers, text, toList } from '../wire';
import { execution, toRun } from './answer';

const whole = z.object({
  ...execution,
  responderId: text(),
  workspaceId: text(),
  detail: z.optional(z.unknown()),
});

/**
 * Reads `GET /api/v1/executions/{id}`.
 * @param id that was asked for
 * @throws ApiError `unexpected-answer` if it is not that execution
 */
export function parseDetails(body: unknown, id: string): RunDetails {
  const found = [...layers(body), ...(toList(body) ?? [])].find(hasId);
  if (found === undefined || isRefusal(body, found)) throw unexpectedAnswer(body);
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
