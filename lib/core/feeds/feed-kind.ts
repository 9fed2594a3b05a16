import type * as s from '../schema';
import type { Exchange } from '../time/server-clock';

/** What it takes to ask one service for one thing. Each kind adds its own fields, the secret ones among them. */
export interface Connection {
  /** New with every save: an answer belongs to the connection whose id it carries. */
  id: string;
  kind: string;
  address: string;
}

/**
 * A kind of feed: what the mechanism (rounds, schedule, badge, storage) has to know of a service. Methods, not
 * properties: the mechanism holds kinds of every type side by side, and gives each only what its own schemas parsed.
 */
export interface FeedKind<C extends Connection = Connection, D = unknown> {
  readonly kind: string;
  /** Where its section stands in popup and options: lower comes first. */
  readonly order: number;
  /** The service's own name, the same in every language. */
  readonly serviceName: string;
  readonly connectionSchema: s.Schema<C>;
  readonly dataSchema: s.Schema<D>;
  /** What the user calls it, and what it is called where they gave it no name: no secret may be in either. */
  names(connection: C): { label: string; reference: string };
  /** True where nothing more will change: it is not asked again. */
  hasEnded(data: D): boolean;
  /** How many things go on: what the badge counts where no timer is connected. */
  goingOn(data: D): number;
  /** True where the user should look at how it ended. */
  endedBadly(data: D): boolean;
  /** Who or what answered, for "Connected: …". */
  summary(data: D): string;
}

/** What a client needs to know beside the connection. */
interface AskContext<D = unknown> {
  /** The last answer, or null before the first. */
  previous: D | null;
  /** When the user's day began, epoch milliseconds. */
  startOfDayMs: number;
  /** How far the server's clock is known to be ahead of the browser's; 0 before the first answer. */
  offsetMs: number;
  /** Names the last answer, so that the service can say that it still holds; null where there is none of this day. */
  etag: string | null;
}

interface Answer<D = unknown> {
  data: D;
  exchange: Exchange;
}

/** How a service is asked. Throws ApiError for every known failure. */
export interface Client<C extends Connection = Connection, D = unknown> {
  readonly kind: string;
  ask(connection: C, context: AskContext<D>): Promise<Answer<D>>;
  /** Asks for something that only an opened part of the popup shows. */
  detail?(connection: C, what: string, argument: string): Promise<unknown>;
}
