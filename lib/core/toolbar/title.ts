import { FAILURE_TEXTS } from '../feeds/failure';
import { olie } from '../olie/olie';
import { projectTitle, stepTitle, type Timer, timerClocks } from '../olie/timer';
import type { Situation } from '../state/situation';
import type { Translate } from '../texts';
import { type Clock, readSeconds } from '../time/clock';
import type { Words } from '../ui';

/**
 * The tooltip of the toolbar button: everything that the badge leaves out, a line for each thing.
 * @param words its durations are written as the user has them
 */
export function titleOf(situation: Situation, words: Words): string {
  const { t, format } = words;
  const { timer, isOld, ageS } = situation;
  const lines = [
    t('extensionName'),
    ...problems(situation, t),
    ...(timer === null ? [] : timerLines(timer, situation, words)),
    timer !== null && isOld && ageS !== null && t('updated', format.ago(ageS)),
  ];
  // Each line once: fifty workflows may fail alike.
  return [...new Set(lines.filter(Boolean))].join('\n');
}

/** The first line of what a service sends, and at most 100 characters of it. */
function cut(name: string): string {
  return /.{0,100}/u.exec(name)?.[0] ?? '';
}

function problems(situation: Situation, t: Translate) {
  const { kind, failure, settingsUnreadable, hasOthers, unseen, othersFailures, ongoing } =
    situation;
  const isTimerTroubled = situation.needsUser || kind === 'waiting' || situation.isOld;
  return [
    settingsUnreadable && t('settingsUnreadable'),
    situation.isUnsaved && t('storageFull'),
    !settingsUnreadable && kind === 'disconnected' && !hasOthers && t('notConnected'),
    ...unseen.map((name) => t('endedBadly', cut(name))),
    ...othersFailures.map((other) => t(FAILURE_TEXTS[other.kind], other.service)),
    ongoing > 0 && t('goingOn', String(ongoing)),
    failure !== null && isTimerTroubled && t(FAILURE_TEXTS[failure.kind], olie.serviceName),
  ];
}

function timerLines(timer: Timer, { nowMs, isDayOver }: Situation, { t, format }: Words) {
  const { current, hidden } = timer;
  const { elapsed, total, idle } = timerClocks(timer);
  const count = (caption: string, clock: Clock | null) =>
    clock && `${caption}: ${format.duration(readSeconds(clock, nowMs))}`;
  return [
    ...(current === null
      ? [t('noTimerRunning')]
      : [projectTitle(current), stepTitle(current)].map(cut)),
    hidden && t('timesHidden'),
    count(t('elapsed'), elapsed),
    !isDayOver && count(t('today'), total),
    !isDayOver && count(t('idleToday'), idle),
  ];
}
