import { failure } from '../core/feeds/failure';
import { isInPolicy } from '../core/feeds/field-readers';
import type { Etag, Exchange } from '../core/time/server-clock';
import { ApiError, TooLarge, unexpectedAnswer } from './api-error';
import { readHttpDate } from './http-date';
import { NotModified } from './not-modified';
import { statusInside } from './refusal';
import { failureOfStatus, readRetryAfter } from './status';
import { hasId, layers } from './wire';
import { addressWithoutSecrets, hasSecret, parseWithoutSecrets } from './without-secrets';

const TIMEOUT_MS = 10_000;
const LARGEST_BODY_BYTES = 1_000_000;
/** Stored with the answer. */
const LONGEST_ETAG = 200;

export interface JsonRequest {
  url: string;
  headers: Record<string, string>;
  /** Left out of bodies and errors. */
  secrets: string[];
  /** Of the answer that we have, or null. It is sent to its own address only. */
  etag: Etag | null;
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
 * @throws ApiError for every other known failure, `TooLarge` among them
 */
export async function getJson({
  url,
  headers,
  secrets,
  etag,
  timeoutMs = TIMEOUT_MS,
}: JsonRequest): Promise<JsonAnswer> {
  // Older versions saved addresses that the content security policy refuses.
  if (!isInPolicy(url)) throw new ApiError(failure('permission'));
  const signal = AbortSignal.timeout(timeoutMs);
  const sentMs = Date.now();
  const place = addressWithoutSecrets(url, secrets);
  const offered = etag?.url === place ? etag.value : null;
  try {
    const response = await fetch(url, {
      headers: {
        accept: 'application/json',
        ...headers,
        ...(offered === null ? {} : { 'if-none-match': offered }),
      },
      signal,
      ...GUARDS,
    });
    const received = readExchange(response.headers, sentMs, Date.now());
    const exchange = { ...received, etag: readEtag(response.headers, place, secrets) };
    if (response.status === 304 && offered !== null) throw new NotModified(exchange);
    if (!response.ok) throw await statusError(response, secrets);
    const body = parseWithoutSecrets(await readText(response), secrets);
    if (body === undefined) throw unexpectedAnswer();
    const retryAfterS = readRetryAfter(response.headers);
    // A success may name the status that it should have come with: this header belongs to that one.
    const status = retryAfterS === null ? null : statusInside(body, layers(body).find(hasId));
    if (status !== null) throw new ApiError(failureOfStatus(status, body, retryAfterS), body);
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
  if (!isInPolicy(url)) return null;
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

function readExchange(
  headers: Headers,
  sentMs: number,
  receivedMs: number,
): Omit<Exchange, 'etag'> {
  // If it came twice, browsers join the values: the first one counts (RFC 9111, 5.1).
  const [age = 0] = /^\d{1,9}(?=,|$)/.exec(headers.get('age') ?? '') ?? [];
  return {
    // The clock may have been set back meanwhile: then only what it says now counts.
    sentMs: Math.min(sentMs, receivedMs),
    receivedMs,
    dateMs: readHttpDate(headers.get('date') ?? '') || null,
    ageS: Number(age),
  };
}

function readEtag(headers: Headers, url: string, secrets: string[]): Etag | null {
  const value = headers.get('etag') ?? '';
  const isUseful = value !== '' && value.length <= LONGEST_ETAG && !hasSecret(value, secrets);
  return isUseful ? { url, value } : null;
}

async function statusError(response: Response, secrets: string[]): Promise<ApiError> {
  // The status counts even if the body cannot be read.
  const text = await readText(response).catch(() => '');
  const body = parseWithoutSecrets(text, secrets);
  // A refusal that repeats the token is the service's own, too.
  const whole = parseWithoutSecrets(text, []);
  const retryAfterS = readRetryAfter(response.headers);
  return new ApiError(failureOfStatus(response.status, body, retryAfterS, whole), body);
}

/** @throws TooLarge if it is larger than 1 MB */
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
      throw new TooLarge();
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
