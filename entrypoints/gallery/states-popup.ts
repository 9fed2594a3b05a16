import { FAILURE_KINDS, failure } from '../../lib/core/feeds/failure';
import { isForUser } from '../../lib/core/feeds/policy';
import { NEVER_ASKED } from '../../lib/core/feeds/schedule';
import type { Timer } from '../../lib/core/olie/timer';
import { at, DAY_MS, FRESH, NOW_MS, OLD, olieFeed, running, timer } from './example-timer';
import type { StoredPopupProps } from './stored-popup';

export interface PopupState extends StoredPopupProps {
  name: string;
  act?: (page: Document) => unknown;
}

function timerState(name: string, patch: Partial<Timer>, rest: Partial<PopupState> = {}) {
  return { name, feeds: [olieFeed({ ...timer, ...patch })], ...rest };
}

const daysBefore = [1, 2].map((days) => ({
  startMs: at('00:00:00') - days * DAY_MS,
  answeredAtMs: 0,
  sessions: timer.recent.map((session) => ({
    ...session,
    id: `${session.id} ${days}`,
    startedAtMs: session.startedAtMs - days * DAY_MS,
    finishedAtMs: session.finishedAtMs - days * DAY_MS,
    recordedFinishMs: null,
  })),
}));

/** The running timer and its sessions with other names. */
function renamed(projectCode: string, projectName: string, funnelName: string, userName: string) {
  const names = { projectCode, projectName, funnelName, stepName: projectName };
  return {
    current: { ...running, ...names },
    recent: timer.recent.map((one) => ({ ...one, ...names, finishedReason: projectName })),
    user: { name: userName },
  };
}

/** What Olie expects of the running project, and 5:12 h of it tracked. */
function estimated(expectedS: number, hourlyRate: number): Pick<Timer, 'estimate'> {
  const work = { projectId: running.projectId, userId: timer.userId, hourlyRate };
  const project = { status: 'active', budget: 0 };
  const amounts = { expectedS, expectedAmount: (expectedS * hourlyRate) / 3600 };
  return {
    estimate: { ...work, ...amounts, ...project, elapsedS: 18_720, answeredAtMs: NOW_MS },
  };
}

const LONG = 'Novo site institucional com área do cliente, blog e loja';
const FAR_S = 1000 * 3600 + 754;
const nothingToday = { current: null, recent: [], totalS: 0, idleS: 65_874 };
const unknown = { totalS: null, idleS: null, projectTotalS: null, stepTotalS: null };

/** What the timer alone makes of the popup. */
export const popupStates: PopupState[] = [
  { name: 'nothing connected', feeds: [] },
  { name: 'settings unreadable', feeds: [], settingsUnreadable: true },
  timerState('settings partly unreadable', {}, { settingsUnreadable: true }),
  { name: 'waiting', feeds: [olieFeed(null)], schedule: NEVER_ASKED },
  { name: 'waiting, failed', feeds: [olieFeed(null, failure('network'))], schedule: OLD },
  timerState('running', {}),
  timerState('running, refreshing', {}, { isRefreshing: true }),
  timerState('running, days before', {}, { earlier: daysBefore }),
  timerState('running, a goal', {}, { earlier: daysBefore, dailyGoalS: 8 * 3600 }),
  timerState('running, four numbers, an amount', {
    ...{ current: { ...running, hourlyRate: 120 }, stepTotalS: 2275 },
  }),
  timerState('running overnight', {
    current: { ...running, startedAtMs: at('22:03:00') - DAY_MS },
  }),
  timerState('running, start and numbers unknown', {
    ...{ current: { ...running, startedAtMs: null }, ...unknown, user: null },
  }),
  timerState('running, 65 % of what is expected', estimated(28_800, 0)),
  timerState('running, an amount expected', {
    ...{ current: { ...running, hourlyRate: 50 }, stepTotalS: 2275 },
    ...estimated(28_800, 50),
  }),
  timerState('running, over the estimate', estimated(18_000, 50)),
  timerState('running, over the estimate, old', estimated(18_000, 50), { schedule: OLD }),
  timerState('running, estimate of another project', {
    ...estimated(28_800, 0),
    current: { ...running, projectId: 'site' },
  }),
  timerState('running, times hidden', { hidden: true, ...estimated(28_800, 50) }),
  timerState('stopped', { current: null }),
  timerState('stopped, nothing today', nothingToday),
  timerState('stopped, nothing ever', { ...nothingToday, lastEarlier: null }),
  timerState('stopped, times hidden', { hidden: true, current: null }),
  timerState('day over', {
    answeredAtMs: NOW_MS - DAY_MS,
    current: { ...running, startedAtMs: at('17:39:59') - DAY_MS },
    recent: daysBefore[0]?.sessions ?? [],
  }),
  timerState('old', {}, { schedule: OLD }),
  ...FAILURE_KINDS.map((kind) => {
    const failed = failure(kind, kind === 'server-error' ? 'Voltamos em instantes.' : null);
    const schedule = isForUser(failed) ? { ...FRESH, dueAtMs: null } : FRESH;
    return { name: `failure ${kind}`, feeds: [olieFeed(timer, failed)], schedule };
  }),
  { name: 'old, failure network', feeds: [olieFeed(timer, failure('network'))], schedule: OLD },
  timerState('long names', renamed('INSTITUCIONAL-2026', LONG, `Produção: ${LONG}`, LONG)),
  timerState('names from right to left', renamed('متجر-7', 'تصميم متجر جديد', 'עיצוב', 'ענת כהן')),
  timerState('1000 hours', {
    current: { ...running, startedAtMs: NOW_MS - FAR_S * 1000, hourlyRate: 120 },
    ...{ totalS: FAR_S, idleS: FAR_S, projectTotalS: FAR_S, stepTotalS: FAR_S - 1 },
  }),
];
