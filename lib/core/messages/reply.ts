import { failureSchema } from '../feeds/failure';
import * as z from '../zod';

/** To a command that has nothing to tell but that it is done. */
export const doneSchema = z.object({ done: z.literal(true) });
export type Done = z.infer<typeof doneSchema>;

/** To a command that should have saved something. Nothing has changed. */
export const notSavedSchema = z.strictObject({ failure: failureSchema });
export type NotSaved = z.infer<typeof notSavedSchema>;

export const testReplySchema = z.object({
  failure: z.nullable(failureSchema),
  /** Who or what answered: "Test User, AD-1 awdawd"; empty if nothing was learnt. */
  summary: z.string(),
});
export type TestReply = z.infer<typeof testReplySchema>;

export const detailReplySchema = z.object({
  failure: z.nullable(failureSchema),
  /** Parsed by whoever asked. */
  data: z.unknown(),
});
export type DetailReply = z.infer<typeof detailReplySchema>;

export type Reply = Done | NotSaved | TestReply | DetailReply;
