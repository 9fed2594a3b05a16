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

export const followReplySchema = z.object({
  /** False if as many are followed as may be, or the connection is gone, or it could not be saved. */
  isDone: z.boolean(),
  /** Why it could not be saved. */
  failure: z.optional(failureSchema),
});
export type FollowReply = z.infer<typeof followReplySchema>;

export type Reply = Done | NotSaved | TestReply | DetailReply | FollowReply;
