import type { Failure } from '../../lib/core/feeds/failure';
import { NEVER_ASKED, type Schedule } from '../../lib/core/feeds/schedule';
import type { Execution, Session, Timer } from '../../lib/core/olie/timer';
import type { OlieFeed } from '../../lib/core/state/feed';

/** The gallery is always at this moment, in this zone: it looks the same each time. */
export const NOW_MS = Date.parse('2026-03-13T18:17:54-03:00');
export const TIME_ZONE = 'America/Sao_Paulo';
export const DAY_MS = 86_400_000;

/** A moment of that day on the user's wall clock. */
export const at = (time: string) => Date.parse(`2026-03-13T${time}-03:00`);

export const FRESH: Schedule = {
  ...NEVER_ASKED,
  ...{ askedAtMs: NOW_MS, answeredAtMs: NOW_MS },
  ...{ dueAtMs: NOW_MS + 90_000, oldAtMs: NOW_MS + 180_000 },
};
export const OLD: Schedule = {
  ...FRESH,
  ...{ answeredAtMs: NOW_MS - 300_000, dueAtMs: NOW_MS + 240_000, oldAtMs: NOW_MS - 1 },
};

const work = {
  ...{ recordedStartMs: null, recordedFinishMs: null, hourlyRate: 0 },
  ...{ projectId: 'kit', projectCode: 'AD-1', projectName: 'Kit da Ana' },
  ...{ stepId: '181', stepName: 'Revisão', funnelName: 'Produção' },
};
export const running: Execution = { ...work, id: 'now', startedAtMs: at('17:39:59') };

function finished(id: string, from: string, to: string, patch: Partial<Session>): Session {
  const times = { startedAtMs: at(from), finishedAtMs: at(to) };
  return { ...work, id, ...times, finishedReason: 'self_stop', ...patch };
}

/** A timer that runs. Total and idle seconds add up to the time since midnight, as Olie sends them. */
export const timer: Timer = {
  answeredAtMs: NOW_MS,
  current: running,
  recent: [
    finished('third', '13:00:39', '17:39:00', { recordedFinishMs: at('16:20:03') }),
    finished('second', '09:00:39', '12:20:03', {
      ...{ projectId: 'site', projectCode: 'SITE', projectName: 'Novo site' },
      finishedReason: 'project_finished',
    }),
    finished('first', '07:00:39', '08:59:00', { finishedReason: null }),
  ],
  lastEarlier: finished('earlier', '13:00:39', '17:39:00', {
    finishedAtMs: at('17:39:00') - DAY_MS,
  }),
  hidden: false,
  ...{ totalS: 38_140, idleS: 27_734, projectTotalS: 26_121, stepTotalS: 26_121 },
  user: { name: 'Ana Souza' },
  followedId: 'now',
  ...{ userId: 'ana', estimate: null },
};

/** What every feed of the gallery has. */
export const feedBase = {
  ...{ label: '', reference: '', failure: null, offsetMs: 0 },
  ...{ learntAtMs: NOW_MS, isSeen: true, etag: null },
};

export function olieFeed(data: Timer | null, failure: Failure | null = null): OlieFeed {
  const address = 'https://api.olie.ai';
  return { ...feedBase, connectionId: 'olie', kind: 'olie', address, failure, data };
}
