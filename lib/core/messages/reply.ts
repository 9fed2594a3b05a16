import { failureSchema } from '../feeds/failure';
import * as s from '../schema';

/** The answers to commands. Apart from the commands: who asks needs no schema for the question. */
export const refreshReplySchema = s.object({ done: s.boolean() });
export type RefreshReply = s.infer<typeof refreshReplySchema>;

export const testReplySchema = s.object({
  failure: s.nullable(failureSchema),
  /** Who or what answered: "Test User, AD-1 awdawd"; empty where nothing was learnt. */
  summary: s.string(),
});
export type TestReply = s.infer<typeof testReplySchema>;

export const detailReplySchema = s.object({
  failure: s.nullable(failureSchema),
  /** Parsed by whoever asked. */
  data: s.unknown(),
});
export type DetailReply = s.infer<typeof detailReplySchema>;

export type Reply = RefreshReply | TestReply | DetailReply;
