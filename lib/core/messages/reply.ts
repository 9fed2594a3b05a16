import { failureSchema } from '../feeds/failure';
import * as z from '../zod';

/** To a command that has nothing to tell but that it is done. */
export const doneSchema = z.object({ done: z.literal(true) });
export type Done = z.infer<typeof doneSchema>;

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
  /** False if as many are followed as may be, or the connection is gone. */
  isDone: z.boolean(),
});
export type FollowReply = z.infer<typeof followReplySchema>;

export type Reply = Done | TestReply | DetailReply | FollowReply;
