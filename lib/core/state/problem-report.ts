import { serviceOf } from '../services';
import { scheduleOf } from './feed';
import type { Stored } from './state';

/** What a report tells of the browser. */
export interface Environment {
  /** Of the extension. */
  version: string;
  /** The browser's own name for itself, with its system. */
  userAgent: string;
  /** Of the browser (BCP 47), and of the texts. */
  languages: [string, string];
  timeZone: string;
}

/**
 * A text for whoever helps, in English: versions, languages, and how each service is doing. It has no token, id, name,
 * address or text of a service in it.
 * @param nowMs the browser's clock, epoch milliseconds
 */
export function problemReport(
  { version, userAgent, languages: [own, texts], timeZone }: Environment,
  { state, schedules }: Stored,
  nowMs: number,
): string {
  const ago = (atMs: number | null) =>
    atMs === null ? 'never' : `${Math.round((nowMs - atMs) / 1000)} s ago`;
  const feeds = state.feeds.map((feed, index) => {
    const { serviceName, defaultAddress } = serviceOf(feed.kind);
    const { askedAtMs, answeredAtMs, failures, dueAtMs } = scheduleOf(schedules, feed);
    return [
      `${index + 1}. ${serviceName}, at ${feed.address === defaultAddress ? 'its usual' : 'another'} address`,
      `failure: ${feed.failure?.kind ?? 'none'}, ${failures} in a row`,
      `asked ${ago(askedAtMs)}, answered ${ago(answeredAtMs)}, ${nextTry(dueAtMs, nowMs)}`,
      `clock ahead by ${Math.round((feed.offsetMs ?? 0) / 1000)} s, data: ${feed.data === null ? 'none' : 'yes'}`,
    ].join('; ');
  });
  return [
    `Olie Timer ${version}`,
    userAgent,
    `Language: ${own}, texts: ${texts}, time zone: ${timeZone}`,
    `Settings: ${state.settingsUnreadable ? 'cannot be read' : 'read'}`,
    ...(feeds.length > 0 ? feeds : ['Nothing is connected.']),
  ].join('\n');
}

function nextTry(dueAtMs: number | null, nowMs: number): string {
  if (dueAtMs === null) return 'waits for the user';
  return dueAtMs <= nowMs ? 'due' : `next in ${Math.round((dueAtMs - nowMs) / 1000)} s`;
}
