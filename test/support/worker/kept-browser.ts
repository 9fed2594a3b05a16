import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { endWorker } from './mortal-worker.ts';

const { storage, alarms, action } = fakeBrowser;
const AREAS = ['local', 'session', 'sync'] as const;

/**
 * Remembers what the fake browser keeps when a worker ends, and the time.
 *
 * @returns kills the worker and restores all of that; can be called again and again
 */
export async function keepBrowser(): Promise<() => Promise<void>> {
  const nowMs = Date.now();
  const stored = await Promise.all(AREAS.map((area) => storage[area].get()));
  const alarm = await alarms.get('tick');
  const [text, color, title] = await Promise.all([
    action.getBadgeText({}),
    action.getBadgeBackgroundColor({}),
    action.getTitle({}),
  ]);
  return async () => {
    endWorker();
    vi.setSystemTime(nowMs);
    for (const [index, area] of AREAS.entries()) {
      await storage[area].clear();
      await storage[area].set(structuredClone(stored[index] ?? {}));
    }
    await alarms.clear('tick');
    if (alarm) {
      const { scheduledTime: when, periodInMinutes = 1 } = alarm;
      alarms.create('tick', { when, periodInMinutes });
    }
    await action.setBadgeText({ text });
    await action.setBadgeBackgroundColor({ color });
    await action.setTitle({ title });
  };
}
