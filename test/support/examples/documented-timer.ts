import type { Timer } from '../../../lib/core/olie/timer.ts';

const AT_MS = Date.parse('2026-03-13T21:17:54Z');
const work = {
  hourlyRate: 0,
  projectId: '019c2ffd-f4e9-709f-ae34-d4d149e3585d',
  projectCode: 'AD-1',
  projectName: 'awdawd',
  stepId: '181',
  stepName: 'tres',
  funnelName: 'funil do abacaxi',
};
/** The documented example as we store it, written out. */
export const documented: Timer = {
  answeredAtMs: AT_MS,
  current: {
    ...work,
    id: 'a14afcbd-38b1-4b97-8950-02c09547611a',
    startedAtMs: Date.parse('2026-03-13T20:39:59Z'),
    recordedStartMs: null,
    recordedFinishMs: null,
  },
  recent: [
    {
      ...work,
      id: 'a14afbe7-d2bc-4821-9c2b-7ce295f8a962',
      startedAtMs: Date.parse('2026-03-13T16:00:39Z'),
      finishedAtMs: Date.parse('2026-03-13T20:39:00Z'),
      recordedStartMs: null,
      recordedFinishMs: Date.parse('2026-03-13T19:20:03Z'),
      finishedReason: 'self_stop',
    },
    {
      ...work,
      id: 'a14afbe7-d2bc-4821-9c2b-7ce295f8a961',
      startedAtMs: Date.parse('2026-03-13T10:00:39Z'),
      finishedAtMs: Date.parse('2026-03-13T15:20:03Z'),
      recordedStartMs: null,
      recordedFinishMs: null,
      finishedReason: 'self_stop',
    },
  ],
  lastEarlier: null,
  hidden: false,
  totalS: 38_140,
  idleS: 27_734,
  projectTotalS: 38_140,
  stepTotalS: 38_140,
  user: { name: 'Test User' },
  followedId: 'a14afcbd-38b1-4b97-8950-02c09547611a',
  userId: '019c1e87-63f4-71dd-a4e3-6eaea0619c2f',
  estimate: null,
};
