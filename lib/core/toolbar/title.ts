import { FAILURE_TEXTS } from '../feeds/failure';
import { olie } from '../olie/olie';
import { projectTitle, stepTitle, type Timer, timerClocks } from '../olie/timer';
import type { Situation } from '../state/situation';
import type { Translate } from '../texts';
import { type Clock, readSeconds } from '../time/clock';
import { clockText } from '../time/format';

/** The first line of what a service sends, and at most so many characters of it. */
const LINE = /.{0,100}/u;

/**
 * The tooltip of the toolbar button: everything that the badge leaves out, a line for each thing.
 * @param ago how long ago that many seconds are, in words
 */
export function titleOf(
  situation: Situation,
  t: Translate,
  ago: (seconds: number) => string,
): string {
  const { timer, isOld, ageS } = situation;
  const lines = [
    t('extensionName'),
    ...problems(situation, t),
    ...(timer === null ? [] : timerLines(timer, situation, t)),
    timer !== null && isOld && ageS !== null && t('updated', ago(ageS)),
  ];
  const cut = lines.map((line) => LINE.exec(line || '')?.[0]).filter(Boolean);
  // Each line once: fifty workflows may fail alike.
  return [...new Set(cut)].join('\n');
}

function problems(situation: Situation, t: Translate) {
  const { kind, failure, settingsUnreadable, hasOthers, unseen, othersFailures, ongoing } =
    situation;
  const isTimerTroubled = situation.needsUser || kind === 'waiting' || situation.isOld;
  return [
    settingsUnreadable && t('settingsUnreadable'),
    situation.isUnsaved && t('storageFull'),
    !settingsUnreadable && kind === 'disconnected' && !hasOthers && t('notConnected'),
    ...unseen.map((name) => t('endedBadly', name)),
    ...othersFailures.map((other) => t(FAILURE_TEXTS[other.kind], other.service)),
    ongoing > 0 && t('goingOn', String(ongoing)),
    failure !== null && isTimerTroubled && t(FAILURE_TEXTS[failure.kind], olie.serviceName),
  ];
}

function timerLines(timer: Timer, { nowMs, isDayOver }: Situation, t: Translate) {
  const { current, hidden } = timer;
  const { elapsed, total, idle } = timerClocks(timer);
  const count = (caption: string, clock: Clock | null) =>
    clock && `${caption}: ${clockText(readSeconds(clock, nowMs))}`;
  return [
    ...(current === null ? [t('noTimerRunning')] : [projectTitle(current), stepTitle(current)]),
    hidden && t('timesHidden'),
    count(t('elapsed'), elapsed),
    !isDayOver && count(t('today'), total),
    !isDayOver && count(t('idleToday'), idle),
  ];
}
