import { stretchSchema } from '../history/records';
import * as z from '../zod';

/** An absence that the history has not taken yet, of whom that connection told when an answer confirmed it. */
export const unkeptSchema = z.object({ ...stretchSchema.shape, connectionId: z.string() });
export type Unkept = z.infer<typeof unkeptSchema>;
