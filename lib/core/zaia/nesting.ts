import * as z from '../zod';
import { runFields } from './agent-runs';

/** A run and all that it called: a tree as a list, each node before its children. */
export const nestingSchema = z.object({
  /** The first is the run itself, of depth 0. */
  nodes: z.rows(z.object({ ...runFields, depth: z.boundedNumber() })),
  notShown: z.boundedNumber(),
});
export type Nesting = z.infer<typeof nestingSchema>;
