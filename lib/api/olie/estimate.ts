import type { Client } from '../../core/feeds/feed-kind';
import { estimateSubject } from '../../core/olie/estimate';
import type { OlieConnection } from '../../core/olie/olie';
import type { Timer } from '../../core/olie/timer';
import { answeredMs } from '../../core/time/server-clock';
import { getJson } from '../http';
import { parseEstimate } from './project';

/** Shorter than for other requests: the round waits for it, and the estimate matters least. */
const TIMEOUT_MS = 5_000;

/** What is expected of the user on the running project. Many accounts may not see that. */
export const estimate: NonNullable<Client<OlieConnection, Timer>['extra']> = {
  subject: estimateSubject,
  async ask({ address, token }, timer, offsetMs) {
    const id = encodeURIComponent(timer.current?.projectId ?? '');
    const { body, exchange } = await getJson({
      url: `${address}/api/management/projects/${id}`,
      headers: { authorization: `Bearer ${token}` },
      secrets: [token],
      etag: null,
      timeoutMs: TIMEOUT_MS,
    });
    return { ...timer, estimate: parseEstimate(body, answeredMs(exchange, offsetMs), timer) };
  },
  without: (timer) => ({ ...timer, estimate: null }),
};
