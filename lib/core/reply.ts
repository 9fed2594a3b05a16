import { failureSchema } from './failure';
import * as z from './zod';

/** The answers to commands. Apart from the commands: who asks needs no schema for the question. */
export const refreshReplySchema = z.object({ done: z.boolean() });
export type RefreshReply = z.infer<typeof refreshReplySchema>;

export const testReplySchema = z.object({
  failure: z.nullable(failureSchema),
  /** Who or what answered: "Test User, AD-1 awdawd"; empty where nothing was learnt. */
  summary: z.string(),
});
export type TestReply = z.infer<typeof testReplySchema>;

export const detailReplySchema = z.object({
  failure: z.nullable(failureSchema),
  /** Parsed by whoever asked. */
  data: z.unknown(),
});
export type DetailReply = z.infer<typeof detailReplySchema>;

export type Reply = RefreshReply | TestReply | DetailReply;
