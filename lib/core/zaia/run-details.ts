import { jsonTreeSchema } from '../feeds/json-tree';
import * as z from '../zod';
import { runSchema } from './agent-runs';

const time = z.nullable(z.boundedNumber());

/** All that one execution tells. Asked for when it is opened, and not stored. Times are on the server's clock. */
export const runDetailsSchema = z.object({
  run: runSchema,
  createdAtMs: time,
  /** Null if it has not started. */
  startedAtMs: time,
  updatedAtMs: time,
  /** '' if it is not told. */
  responderId: z.string(),
  workspaceId: z.string(),
  /** Zaia documents no shape of it. */
  detail: jsonTreeSchema,
});
export type RunDetails = z.infer<typeof runDetailsSchema>;
