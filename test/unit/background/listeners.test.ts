import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { reminded } from '../../../entrypoints/background/remind';
import { askAfter, evening, remindersWith } from '../../support/worker/evening';
import { becomeIdle, forgetListeners, nextAlarm } from '../../support/worker/fake-browser';
import { sendFromPage } from '../../support/worker/fake-messages';
import { chooseInMenu, pressShortcut } from '../../support/worker/fake-toolbar';
import { roundAfter, roundEnds } from '../../support/worker/rounds';

// An event that wakes a worker is lost if its listener is not added in the first turn, before anything is awaited.

/** The events by which the browser wakes a worker of ours. */
const OURS = [
  'alarms.onAlarm',
  'commands.onCommand',
  'contextMenus.onClicked',
  'idle.onStateChanged',
  'notifications.onButtonClicked',
  'notifications.onClicked',
  'permissions.onAdded',
  'permissions.onRemoved',
  'runtime.onConnect',
  'runtime.onInstalled',
  'runtime.onMessage',
  'runtime.onStartup',
  'storage.onChanged',
];

/** The events to which listeners were added, by their names. */
const added = { first: new Set<string>(), later: new Set<string>() };

/** Notes each listener that is added to an event of the browser, whatever the event. */
function noteListeners(api: object, path: string[], isFirst: () => boolean): void {
  for (const [name, part] of Object.entries(api)) {
    if (typeof part !== 'object' || part === null) continue;
    const event: { addListener?: unknown } = part;
    if (typeof event.addListener !== 'function') {
      noteListeners(part, [...path, name], isFirst);
      continue;
    }
    const add = event.addListener.bind(event);
    vi.spyOn(
      event as { addListener(...given: unknown[]): unknown },
      'addListener',
    ).mockImplementation((...given) => {
      added[isFirst() ? 'first' : 'later'].add([...path, name].join('.'));
      return add(...given);
    });
  }
}

/** A new worker; resolves after its first round. */
async function startNoted(): Promise<void> {
  forgetListeners();
  vi.resetModules();
  const { default: background } = await import('../../../entrypoints/background/index');
  let isFirst = true;
  noteListeners(fakeBrowser, [], () => isFirst);
  background.main();
  isFirst = false;
  await roundEnds();
}

beforeEach(async () => {
  added.first.clear();
  added.later.clear();
  Object.assign(fakeBrowser.action, { openPopup: async () => undefined });
  await evening(remindersWith({ away: 5 }));
  await startNoted();
});

test('a worker listens to each of its events in its first turn', () => {
  expect([...added.first].sort()).toEqual(OURS);
});

test('a worker adds no listener later, whatever happens to it', async () => {
  await roundAfter(() => fakeBrowser.runtime.onStartup.trigger());
  await roundAfter(() => nextAlarm());
  await roundAfter(() => becomeIdle('locked'));
  await askAfter(6 * 60_000);
  await roundAfter(() => becomeIdle('active'));
  await fakeBrowser.notifications.onClicked.trigger('olie:away:example');
  await fakeBrowser.notifications.onButtonClicked.trigger('olie:away:example', 0);
  await roundAfter(() => sendFromPage({ kind: 'refresh', asker: 'user' }));
  await roundAfter(() => sendFromPage({ kind: 'show-reminder', rule: 'away' }));
  await roundAfter(() => chooseInMenu('refresh'));
  await roundAfter(() => pressShortcut('refresh'));
  await roundAfter(() => fakeBrowser.permissions.remove({ permissions: ['notifications'] }));
  await reminded();
  expect([...added.later]).toEqual([]);
});
