import type { FeedKind } from '../feeds/feed-kind';
import * as z from '../zod';
import { projectTitle, type Timer, timerSchema } from './timer';
import { dayOf } from './timer-day';

export const DEFAULT_OLIE_ADDRESS = 'https://api.olie.ai';
/** What our paths begin with: it is no part of the address that is saved. */
export const OLIE_OWN_PATH =
  /\/api(?:\/management)?$|(?:\/api\/management)?\/project-executions(?:\/.*)?$/;
/** Olie's addresses: what comes before an execution's id, and the id. */
export const OLIE_PATH = /^(.*?)(?:\/api\/management)?\/project-executions\/([^/?#]*)/;

const connectionSchema = z.object({
  id: z.string(),
  kind: z.literal('olie'),
  address: z.string(),
  token: z.string(),
  executionId: z.string(),
});
export type OlieConnection = z.infer<typeof connectionSchema>;

/** The running timer. It never ends, and it has the badge to itself. */
export const olie: FeedKind<'olie', OlieConnection, Timer> = {
  kind: 'olie',
  serviceName: 'Olie',
  defaultAddress: DEFAULT_OLIE_ADDRESS,
  connectionSchema,
  dataSchema: timerSchema,
  most: 1,
  names: ({ executionId }) => ({ label: '', reference: executionId }),
  hasEnded: () => false,
  ongoing: () => 0,
  endedBadly: () => false,
  dayOf,
  summary: ({ user, current }) =>
    [user?.name ?? '', current === null ? '' : projectTitle(current)].filter(Boolean).join(', '),
};
