import { failure } from '../core/feeds/failure';
import type { Exchange } from '../core/time/server-clock';
import { ApiError, unexpectedAnswer } from './api-error';
import { NotModified } from './not-modified';
import { failureOfStatus, readRetryAfter } from './status';
import { parseWithoutSecrets } from './without-secrets';

const TIMEOUT_MS = 10_000;
const LARGEST_BODY_BYTES = 1_000_000;
/** It is stored; a longer one is not worth its room. */
const LONGEST_ETAG = 200;

export interface JsonRequest {
  url: string;
  /** Sent beside `accept`. */
  headers: Record<string, string>;
  /** What in the address and the headers is secret: left out of bodies and errors. */
  secrets: string[];
  /** Names the answer that we have; null asks for a whole one in any case. */
  etag: string | null;
  /** For the whole exchange, the body included. 10 seconds; tests are shorter. */
  timeoutMs?: number | undefined;
}

export interface JsonAnswer {
  /** Parsed, of any shape. */
  body: unknown;
  exchange: Exchange;
}

/**
 * Gets a JSON document of at most 1 MB. Only this function calls `fetch`.
 * @throws NotModified for a 304: the answer that `etag` names still holds
 * @throws ApiError for every other failure; never with a secret in it
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
      // A token goes to its own origin only: no cookies, no redirects, no copy in a cache.
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    const exchange = readExchange(response.headers, sentMs, Date.now());
    if (response.status === 304 && etag !== null) throw new NotModified(exchange);
    if (!response.ok) throw await statusError(response, secrets);
    const body = parseWithoutSecrets(await readText(response), secrets);
    if (body === undefined) throw unexpectedAnswer();
    return { body, exchange };
  } catch (error) {
    throw toApiError(error, signal);
  }
}

/** What the headers tell about the server's clock and this state of the document. */
function readExchange(headers: Headers, sentMs: number, receivedMs: number): Exchange {
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

async function statusError(response: Response, secrets: string[]): Promise<ApiError> {
  // The status is the failure, even if its body cannot be read.
  const text = await readText(response).catch(() => '');
  const body = parseWithoutSecrets(text, secrets);
  return new ApiError(failureOfStatus(response.status, body, readRetryAfter(response.headers)));
}

/** @throws ApiError `unexpected-answer` if the body is larger than 1 MB */
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
      throw unexpectedAnswer();
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Names what `fetch` throws. What nobody foresaw is returned as it is. */
function toApiError(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof ApiError || error instanceof NotModified) return error;
  if (signal.aborted) return new ApiError(failure('timeout'));
  // `fetch` throws a TypeError for everything below HTTP, refused redirects included (Fetch standard, 5.6).
  if (error instanceof TypeError) {
    return new ApiError(failure(globalThis.navigator.onLine ? 'network' : 'offline'));
  }
  return error;
}
