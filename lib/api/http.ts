import { failure } from '../core/feeds/failure';
import type { Exchange } from '../core/time/server-clock';
import { ApiError } from './api-error';
import { NotModified } from './not-modified';
import { failureOfStatus, retryAfterS } from './status';
import { parseWithoutSecrets } from './without-secrets';

/** No answer within this is none. It covers the whole body, so that one byte a second ends too. */
const TIMEOUT_MS = 10_000;
/** A longer `ETag` is not worth its place in the storage. */
const LONGEST_ETAG = 200;
/** The largest answer that is read. */
const LARGEST_BODY_BYTES = 1_000_000;

export interface JsonAnswer {
  body: unknown;
  exchange: Exchange;
}

export interface JsonRequest {
  url: string;
  /** Sent as they are. */
  headers: Record<string, string>;
  /** What of the address and the headers may not come back, neither in an answer nor in an error. */
  secrets: string[];
  /** Of the answer that is known; null asks for it in any case. */
  etag: string | null;
  /** For the whole exchange, in milliseconds; shorter in tests. */
  timeoutMs?: number | undefined;
}

/**
 * Asks for a JSON document. The one place that calls `fetch`.
 * @throws NotModified where the known answer still holds (RFC 9110 section 15.4.5)
 * @throws ApiError for everything else but a success with a JSON body
 */
export async function getJson({
  url,
  headers,
  secrets,
  etag,
  timeoutMs = TIMEOUT_MS,
}: JsonRequest): Promise<JsonAnswer> {
  const signal = AbortSignal.timeout(timeoutMs);
  const sentMs = Date.now();
  try {
    const response = await fetch(url, {
      headers: {
        accept: 'application/json',
        ...headers,
        ...(etag === null ? {} : { 'if-none-match': etag }),
      },
      signal,
      // A token goes to its own origin only: no cookies along, no following elsewhere, no copy in a cache.
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    const exchange = exchangeOf(response.headers, sentMs, Date.now());
    if (response.status === 304 && etag !== null) throw new NotModified(exchange);
    if (!response.ok) {
      // The status says what happened; what goes wrong with the rest takes nothing from it.
      const text = await readText(response).catch(() => '');
      throw new ApiError(
        failureOfStatus(
          response.status,
          parseWithoutSecrets(text, secrets),
          retryAfterS(response.headers),
        ),
      );
    }
    const body = parseWithoutSecrets(await readText(response), secrets);
    if (body === undefined) throw new ApiError(failure('unexpected-answer'));
    return { body, exchange };
  } catch (error) {
    throw known(error, signal);
  }
}

function exchangeOf(headers: Headers, sentMs: number, receivedMs: number): Exchange {
  const dateMs = Date.parse(headers.get('date') ?? '');
  const age = headers.get('age') ?? '';
  const etag = headers.get('etag');
  return {
    sentMs,
    receivedMs,
    dateMs: Number.isNaN(dateMs) ? null : dateMs,
    ageS: /^\d{1,9}$/.test(age) ? Number(age) : 0,
    etag: etag && etag.length <= LONGEST_ETAG ? etag : null,
  };
}

async function readText(response: Response): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > LARGEST_BODY_BYTES) {
      await reader.cancel();
      throw new ApiError(failure('unexpected-answer'));
    }
    text += decoder.decode(value, { stream: true });
  }
}

function known(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof ApiError || error instanceof NotModified) return error;
  if (signal.aborted) return new ApiError(failure('timeout'));
  // `fetch` says "TypeError" for whatever went wrong below HTTP, redirects refused included (Fetch standard, 5.6).
  if (error instanceof TypeError) {
    return new ApiError(failure(globalThis.navigator.onLine ? 'network' : 'offline'));
  }
  return error;
}
