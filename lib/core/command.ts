import * as z from './zod';

/** What pages may ask of the background. Parsed where it arrives: a message may come from an older page. */
export const commandSchema = z.union([
  /** Ask the services for what is due to that asker, and answer when it is stored. */
  z.object({ kind: z.literal('refresh'), asker: z.enum(['popup', 'user']) }),
  /** Ask once with these values and store nothing. Without a token, the saved one for that address is used. */
  z.object({
    kind: z.literal('test-connection'),
    address: z.string(),
    token: z.nullable(z.string()),
    executionId: z.string(),
  }),
]);
export type Command = z.infer<typeof commandSchema>;
export type RefreshCommand = Extract<Command, { kind: 'refresh' }>;
export type TestConnection = Extract<Command, { kind: 'test-connection' }>;
