import type * as s from '../schema';
import type { Connection } from './feed-kind';

/** A connection as a file has it: without id and secrets, and with the fields that its kind names. */
export interface BackedUp {
  kind: string;
  address: string;
}

/**
 * What of a kind's connections may leave in a file. It is a list of what may, not of what may not: a secret that a kind
 * gets later stays in the browser until somebody writes it down here.
 */
export interface BackupKind<C extends Connection = Connection> {
  readonly kind: string;
  /** How many connections of the kind there may be. */
  readonly most: number;
  /** The fields that are no secret, each read back as its form reads it. A function: only the options page makes them. */
  fields(): FieldSchemas<C>;
  /** Connections of the kind with the same key are the same one. */
  key(connection: Partial<C>): string;
}

export type FieldSchemas<C extends Connection = Connection> = {
  [Name in Exclude<keyof C, 'id' | 'kind'>]?: s.Schema<C[Name]>;
} & { address: s.Schema<string> };
