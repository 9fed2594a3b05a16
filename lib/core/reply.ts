import { failureSchema } from './failure';
import * as z from './zod';

/** The answer to each kind of command. Apart from the commands: who asks needs no schema for the question. */
export const refreshReplySchema = z.object({ done: z.boolean() });
export type RefreshReply = z.infer<typeof refreshReplySchema>;

/** Who answered: whose timer it is, and what runs. */
export const testReplySchema = z.object({
  failure: z.nullable(failureSchema),
  /** "Test User, AD-1 awdawd"; empty where nothing was learnt. */
  connectedAs: z.string(),
});
export type TestReply = z.infer<typeof testReplySchema>;

export type Reply = RefreshReply | TestReply;
