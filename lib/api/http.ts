import { failure } from '../core/feeds/failure';
import type { Exchange } from '../core/time/server-clock';
import { ApiError, unexpectedAnswer } from './api-error';
import { NotModified } from './not-modified';
import { failureOfStatus, readRetryAfter } from './status';
import { parseWithoutSecrets } from './without-secrets';

const TIMEOUT_MS = 10_000;
const LARGEST_BODY_BYTES = 1_000_000;
/** Stored with the answer. */
const LONGEST_ETAG = 200;

export interface JsonRequest {
  url: string;
  headers: Record<string, string>;
  /** Left out of bodies and errors. */
  secrets: string[];
  /** Of the answer that we have, or null. */
  etag: string | null;
  /** For the whole exchange, body included. */
  timeoutMs?: number | undefined;
}

export interface JsonAnswer {
  body: unknown;
  exchange: Exchange;
}

/** How every request is made: the token goes to its own origin only, and nothing is kept. */
const GUARDS = {
  credentials: 'omit',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
} as const;

/**
 * Gets a JSON document of at most 1 MB. Only this file calls `fetch`.
 * @throws NotModified if the answer that `etag` names still holds
 * @throws ApiError for every other known failure
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
      ...GUARDS,
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

/**
 * Opens a stream of events, which may last for hours.
 * @param stop closes it; it also closes if its headers do not come within 10 s
 * @returns its body, or null if what answered is no such stream
 */
export async function openEventStream(
  url: string,
  headers: Record<string, string>,
  stop: AbortController,
): Promise<ReadableStream<Uint8Array> | null> {
  const timeout = setTimeout(() => stop.abort(), TIMEOUT_MS);
  const accept = 'text/event-stream';
  const response = await fetch(url, {
    headers: { accept, ...headers },
    signal: stop.signal,
    ...GUARDS,
  });
  clearTimeout(timeout);
  const isStream = /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '');
  return response.ok && isStream ? response.body : null;
}

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
  // The status counts even if the body cannot be read.
  const text = await readText(response).catch(() => '');
  const body = parseWithoutSecrets(text, secrets);
  return new ApiError(failureOfStatus(response.status, body, readRetryAfter(response.headers)));
}

/** @throws ApiError if it is larger than 1 MB */
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

/** An unknown error stays as it is. */
function toApiError(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof ApiError || error instanceof NotModified) return error;
  if (signal.aborted) return new ApiError(failure('timeout'));
  // `fetch` throws it for all failures below HTTP, also for redirects (Fetch standard, 5.6).
  if (error instanceof TypeError) {
    return new ApiError(failure(globalThis.navigator.onLine ? 'network' : 'offline'));
  }
  return error;
}
