import { failureSchema } from './failure';
import { NEVER_ASKED, scheduleSchema } from './schedule';
import type { OlieConnection } from './settings';
import { timerSchema } from './timer';
import * as z from './zod';

/** What is known from Olie, and how asking goes. */
const olieFeedSchema = z.object({
  /** The connection that all of this was asked with: under another one it says nothing. */
  connectionId: z.string(),
  /** Where it was asked: what the host permission is needed for. */
  address: z.string(),
  /** The execution to ask with: the running one, or the last one known. */
  executionId: z.string(),
  schedule: scheduleSchema,
  /** Of the last try; null where it succeeded. */
  failure: z.nullable(failureSchema),
  /** How far the server's clock is ahead of the browser's; null before the first answer. */
  offsetMs: z.nullable(z.number()),
  /** The last answer, kept through failures. */
  timer: z.nullable(timerSchema),
});
export type OlieFeed = z.infer<typeof olieFeedSchema>;

export const STATE_VERSION = 1;

/** All that the background knows. The background writes it, in one piece; everybody else reads. */
const stateSchema = z.object({
  version: z.number(),
  /** The saved settings are of a version or shape that this one cannot read. */
  settingsUnreadable: z.boolean(),
  olie: z.nullable(olieFeedSchema),
});
export type State = z.infer<typeof stateSchema>;

export const NO_STATE: State = {
  version: STATE_VERSION,
  settingsUnreadable: false,
  olie: null,
};

/** The state as stored. It can be asked for anew at any time: what cannot be read is simply not known. */
export function parseState(stored: unknown): State {
  const parsed = z.safeParse(stateSchema, stored);
  return parsed.success && parsed.data.version === STATE_VERSION ? parsed.data : NO_STATE;
}

/** The feed for that connection: the known one where it was asked with it, otherwise a new one that was never asked. */
export function olieFeedFor(feed: OlieFeed | null, connection: OlieConnection): OlieFeed {
  if (feed?.connectionId === connection.id) return feed;
  return {
    connectionId: connection.id,
    address: connection.address,
    executionId: connection.executionId,
    schedule: NEVER_ASKED,
    failure: null,
    offsetMs: null,
    timer: null,
  };
}
