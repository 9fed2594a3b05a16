import type { Client } from '../../core/feeds/feed-kind';
import { estimateSubject } from '../../core/olie/estimate';
import type { OlieConnection } from '../../core/olie/olie';
import type { Timer } from '../../core/olie/timer';
import { answeredMs } from '../../core/time/server-clock';
import { parseEstimate } from './project';
import { askOlie } from './request';

/** Shorter than for other requests: the round waits for it, and the estimate matters least. */
const TIMEOUT_MS = 5_000;

/** What is expected of the user on the running project. Many accounts may not see that. */
export const estimate: NonNullable<Client<OlieConnection, Timer>['extra']> = {
  subject: estimateSubject,
  document(connection, { current }) {
    const path = `projects/${encodeURIComponent(current?.projectId ?? '')}`;
    return askOlie(connection, path, null, TIMEOUT_MS);
  },
  async ask(connection, timer, offsetMs) {
    const { body, exchange } = await this.document(connection, timer);
    return { ...timer, estimate: parseEstimate(body, answeredMs(exchange, offsetMs), timer) };
  },
  without: (timer) => ({ ...timer, estimate: null }),
};
