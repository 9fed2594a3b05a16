import type * as z from '../zod';
import type { ConnectionBase } from './feed-kind';

/** A connection as a backup file has it: without id and secrets. */
export interface BackedUp {
  kind: string;
  address: string;
}

/**
 * What of a service's connections may leave in a file. A field that is not listed stays in the browser. Apart from the
 * service's FeedKind, so that the popup does not load it.
 */
export interface BackupRules<C extends ConnectionBase = ConnectionBase> {
  /** The fields that are no secret, each read back as its form reads it. */
  readonly fields: FieldSchemas<C>;
  /** Connections with the same key are the same one. Left out if there is one: another address replaces it. */
  key?(connection: Partial<C>): string;
}

type FieldSchemas<C extends ConnectionBase> = {
  readonly [Name in Exclude<keyof C, 'id' | 'kind'>]?: z.ZodMiniType<C[Name]>;
} & { readonly address: z.ZodMiniType<string> };
