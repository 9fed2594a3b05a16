import type { Exchange } from '../core/time/server-clock';

/** A 304. Thrown, so that no client needs to handle it. */
export class NotModified extends Error {
  readonly exchange: Exchange;

  constructor(exchange: Exchange) {
    super('not modified');
    this.name = 'NotModified';
    this.exchange = exchange;
  }
}
