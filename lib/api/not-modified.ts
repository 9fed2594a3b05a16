import type { Exchange } from '../core/time/server-clock';

/** Thrown if the answer that we have still holds, so that no client needs to handle that case. */
export class NotModified extends Error {
  readonly exchange: Exchange;

  constructor(exchange: Exchange) {
    super('not modified');
    this.name = 'NotModified';
    this.exchange = exchange;
  }
}
