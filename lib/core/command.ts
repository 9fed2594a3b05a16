import { failureSchema } from './failure';
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
export type TestConnection = Extract<Command, { kind: 'test-connection' }>;

/** Who answered: whose timer it is, and what runs. */
export const testResultSchema = z.object({
  failure: z.nullable(failureSchema),
  /** "Test User, AD-1 awdawd"; empty where nothing was learnt. */
  connectedAs: z.string(),
});
export type TestResult = z.infer<typeof testResultSchema>;

/** The answer to each kind of command. */
export const replySchemas = {
  refresh: z.object({ done: z.literal(true) }),
  'test-connection': testResultSchema,
};
export type Reply<Kind extends Command['kind']> = z.infer<(typeof replySchemas)[Kind]>;
