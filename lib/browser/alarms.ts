import { browser } from 'wxt/browser';
import type { Alarm } from '../core/toolbar/alarm';
import { orElse } from './or-else';

const TICK = 'tick';

export function onTick(callback: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === TICK) callback();
  });
}

export async function loadAlarm(): Promise<Alarm | null> {
  // If the browser does not say, it is made anew.
  const alarm = await orElse(() => browser.alarms.get(TICK));
  return alarm?.periodInMinutes === undefined
    ? null
    : { whenMs: alarm.scheduledTime, periodMs: Math.round(alarm.periodInMinutes * 60_000) };
}

export async function saveAlarm({ whenMs, periodMs }: Alarm): Promise<void> {
  const when = { when: whenMs, periodInMinutes: periodMs / 60_000 };
  await orElse(() => browser.alarms.create(TICK, when));
}

export async function clearAlarm(): Promise<void> {
  await orElse(() => browser.alarms.clear(TICK), false);
}
