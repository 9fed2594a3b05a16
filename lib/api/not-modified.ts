import type { Exchange } from '../core/time/server-clock';

/** Thrown instead of an answer where the known one still holds: no client has to think of it. */
export class NotModified extends Error {
  readonly exchange: Exchange;

  constructor(exchange: Exchange) {
    super('not modified');
    this.name = 'NotModified';
    this.exchange = exchange;
  }
}
