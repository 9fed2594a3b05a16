import { browser } from 'wxt/browser';
import type { Alarm } from '../core/toolbar/alarm';

const TICK = 'tick';

export function onTick(callback: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === TICK) callback();
  });
}

export async function loadAlarm(): Promise<Alarm | null> {
  const alarm = await browser.alarms.get(TICK);
  return alarm?.periodInMinutes === undefined
    ? null
    : { whenMs: alarm.scheduledTime, periodMs: Math.round(alarm.periodInMinutes * 60_000) };
}

export async function saveAlarm({ whenMs, periodMs }: Alarm): Promise<void> {
  await browser.alarms.create(TICK, { when: whenMs, periodInMinutes: periodMs / 60_000 });
}

export async function clearAlarm(): Promise<void> {
  await browser.alarms.clear(TICK);
}
