import type { Day } from '../time/day';
import type { Etag, Exchange } from '../time/server-clock';
import type * as z from '../zod';

/** What it takes to ask a service for one thing. Each service adds its own fields, the secret ones among them. */
export interface ConnectionBase {
  /** New with every save: an answer belongs to the connection whose id it carries. */
  id: string;
  kind: string;
  address: string;
}

/**
 * What the mechanism (rounds, schedule, storage, badge) knows of a service.
 * Methods are bivariant, so FeedKind<'olie', OlieConnection, Timer> fits FeedKind.
 */
export interface FeedKind<
  Kind extends string = string,
  C extends ConnectionBase = ConnectionBase,
  D = unknown,
> {
  readonly kind: Kind;
  /** The service's own name, the same in every language. */
  readonly serviceName: string;
  /** Where it is, if the user names no other place. */
  readonly defaultAddress: string;
  readonly connectionSchema: z.ZodMiniType<C>;
  readonly dataSchema: z.ZodMiniType<D>;
  /** How many connections of this service there may be. One: a new one takes the place of the one before. */
  readonly most: number;
  /** What the user calls it, and what else to call it. Neither may hold a secret. */
  names(connection: Omit<C, 'id'>): { label: string; reference: string };
  /** Nothing more will change: it is not asked again. */
  hasEnded(data: D): boolean;
  /** How many things are in progress: the badge counts them if no timer is connected. */
  ongoing(data: D): number;
  /** The user should look at how it ended. */
  endedBadly(data: D): boolean;
  /** Who or what answered, for "Connected: …". */
  summary(data: D): string;
  /** When it was created, by the service's clock, or 0: the newest is listened to first. Left out if there is no stream. */
  createdAtMs?(data: D): number;
  /** The user's day as the service counts it. Left out if it counts none. */
  dayOf?(data: D, browserTimeZone: string): Day;
  /**
   * The connection once it follows one thing more, or less. Left out if the service has nothing to follow.
   * @returns null if it follows as many as it may
   */
  follow?(connection: C, id: string, isFollowed: boolean): C | null;
  /** What is known, for what the connection follows now: the settings change under the same id. */
  fit?(data: D, connection: C): D;
}

/** What a client needs beside the connection. */
interface AskContext<D = unknown> {
  /** The last answer; null before the first. */
  previous: D | null;
  /** When the user's day began, epoch milliseconds on the server's clock. */
  startOfDayMs: number;
  /** The browser's zone, an IANA name. */
  timeZone: string;
  /** How far the server's clock is ahead of the browser's; 0 before the first answer. */
  offsetMs: number;
  /** The name of the last answer, if the service may say that it still holds. */
  etag: Etag | null;
  /** How many times in a row asking has failed. Default: 0. */
  failures?: number;
}

interface Answer<D = unknown> {
  data: D;
  exchange: Exchange;
  /** The document as it came, of a list the first page: it is shown to those who test a connection. Left out if it may not be. */
  body?: unknown;
}

/** What is asked beside an answer: once an hour, and when its subject changes. */
interface Extra<C extends ConnectionBase = ConnectionBase, D = unknown> {
  /** What it is about; null if there is nothing to ask. */
  subject(data: D): string | null;
  /** The document that is asked for, as it comes. Every known failure is thrown as an ApiError. */
  document(connection: C, data: D): Promise<{ body: unknown; exchange: Exchange }>;
  /** Asks, and adds what was learnt to the data. Every known failure is thrown as an ApiError. */
  ask(connection: C, data: D, offsetMs: number): Promise<D>;
  /** The data without it: what follows if the service refuses it or has none. It is asked again the next day. */
  without(data: D): D;
}

/** How a service is asked. Every known failure is thrown as an ApiError. */
export interface Client<C extends ConnectionBase = ConnectionBase, D = unknown> {
  readonly kind: string;
  ask(connection: C, context: AskContext<D>): Promise<Answer<D>>;
  /**
   * Listens until the service has no more to say. Left out if the service tells nothing by itself.
   * @param onMessage something may have changed
   * @param stop ends it
   * @returns false if the service refuses
   */
  listen?(connection: C, onMessage: () => void, stop: AbortController): Promise<boolean>;
  readonly extra?: Extra<C, D>;
  /** Asks for something that only an opened part of the popup shows. */
  detail?(connection: C, what: string, argument: string): Promise<unknown>;
}
