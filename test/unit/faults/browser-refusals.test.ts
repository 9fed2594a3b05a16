import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { runCommand } from '../../../entrypoints/background/commands';
import { askToNotify } from '../../../lib/browser/notifications';
import { SERVICES } from '../../support/stand-ins/stand-ins';
import { goOn } from '../../support/worker/clock';
import { becomeIdle, shownAlarm, shownBadge } from '../../support/worker/fake-browser';
import { shownMenu } from '../../support/worker/fake-toolbar';
import { tellNoTexts } from '../../support/worker/packaged-texts';
import { refuse, WAYS } from '../../support/worker/refusals';
import { roundAfter, roundEnds, startWorker } from '../../support/worker/rounds';
import { storedFeeds } from '../../support/worker/stored';
import { world } from '../../support/worker/world';

// Whatever the browser refuses, a round goes on: services are asked, answers are stored, the badge is drawn. What cannot
// be, is said.

/** Everything that the background calls, except what is told to nobody but it. */
const CALLED = [
  'storage.sync.get',
  'storage.session.get',
  'storage.session.set',
  'storage.local.remove',
  'storage.local.setAccessLevel',
  'idle.queryState',
  'permissions.getAll',
  'permissions.contains',
  'permissions.remove',
  'alarms.get',
  'alarms.create',
  'alarms.clear',
  'action.getBadgeText',
  'action.getTitle',
  'action.getBadgeBackgroundColor',
  'action.setBadgeTextColor',
  'storage.managed.get',
  'contextMenus.removeAll',
  'sidePanel.setOptions',
];
const cases = CALLED.flatMap((name) => WAYS.map((way) => ({ name, way })));

async function startedWith(name: string, way: (typeof WAYS)[number]) {
  vi.spyOn(console, 'error').mockReturnValue();
  const made = await world({ services: SERVICES });
  const heal = refuse(name, way);
  await startWorker();
  return { ...made, heal };
}

describe('a round goes on when', () => {
  test.each(cases)('$name $way', async ({ name, way }) => {
    const { requests, heal } = await startedWith(name, way);
    expect(requests()).toBe(3);
    const { text } = await shownBadgeWith(heal);
    expect(text).toBe('37m');
    const feeds = Object.values(await storedFeeds());
    expect(feeds.map(({ data, failure }) => [data !== null, failure])).toEqual([
      [true, null],
      [true, null],
      [true, null],
    ]);
    const healAgain = refuse(name, way);
    goOn(60_000);
    await roundAfter(() => becomeIdle('active'));
    expect(requests()).toBe(6);
    expect((await shownBadgeWith(healAgain)).text).toBe('38m');
  });

  // These give their answer at once, so they cannot reject.
  test.each(
    (['throws', 'is missing'] as const).flatMap((way) =>
      [
        'i18n.getMessage',
        'i18n.getUILanguage',
        'idle.setDetectionInterval',
        'contextMenus.create',
        'runtime.getManifest',
      ].map((name) => ({ name, way })),
    ),
  )('$name $way', async ({ name, way }) => {
    const { requests, heal } = await startedWith(name, way);
    expect(requests()).toBe(3);
    expect((await shownBadgeWith(heal)).text).toBe('37m');
  });

  test('no text is told: the package has them', async () => {
    await world({ services: ['olie'] });
    tellNoTexts();
    await startWorker();
    expect((await shownBadge()).title).toMatch(/^Olie Timer\nAD-1 awdawd\n.*\nElapsed: 0:37/);
    // Another worker, in which nothing was shown yet.
    await startWorker();
    await askToNotify();
    await runCommand({ kind: 'show-reminder', rule: 'still-running' });
    expect(JSON.stringify(await fakeBrowser.notifications.getAll())).toContain('still runs');
    await expect
      .poll(() => shownMenu().map(({ title }) => title))
      .toContain("Copy today's summary");
  });

  test.each(WAYS)('the badge cannot be drawn in part: setTitle %s', async (way) => {
    const { requests, heal } = await startedWith('action.setTitle', way);
    expect(requests()).toBe(3);
    expect((await shownBadgeWith(heal)).text).toBe('37m');
  });

  test.each(
    WAYS.flatMap((way) =>
      ['setBadgeText', 'setBadgeBackgroundColor'].map((call) => ({ call, way })),
    ),
  )('the badge cannot be drawn in part: $call $way', async ({ call, way }) => {
    const { requests, heal } = await startedWith(`action.${call}`, way);
    expect(requests()).toBe(3);
    expect((await shownBadgeWith(heal)).title).toContain('AD-1 awdawd');
  });

  test('nobody knows whether somebody is at the computer, for the browser has no such thing', async () => {
    const { requests } = await startedWith('idle', 'is missing');
    expect(requests()).toBe(3);
  });
});

test.each(WAYS)(
  'an address that was forbidden stays so when permissions.contains %s',
  async (way) => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { olie, requests } = await world({ services: ['olie'], started: true });
    await roundAfter(() => fakeBrowser.permissions.remove({ origins: [`${olie.url}/*`] }));
    expect((await shownBadge()).text).toBe('!');
    refuse('permissions.contains', way);
    refuse('permissions.getAll', way);
    goOn(120_000);
    await roundAfter(() => becomeIdle('active'));
    expect(requests()).toBe(1);
  },
);

describe('when the disk cannot be read', () => {
  test.each(WAYS)(
    'the badge says it, nothing is overwritten, and all is well later: get %s',
    async (way) => {
      vi.spyOn(console, 'error').mockReturnValue();
      const { requests } = await world({ services: SERVICES, started: true });
      const before = await fakeBrowser.storage.local.get();
      const heal = refuse('storage.local.get', way);
      goOn(60_000);
      await roundAfter(() => becomeIdle('active'));
      const { text, title } = await shownBadge();
      expect(text).toBe('!');
      expect(title).toContain('cannot be read');
      expect(requests()).toBe(3);
      // So that somebody looks again.
      expect(await shownAlarm()).not.toBeNull();
      heal();
      expect(await fakeBrowser.storage.local.get()).toEqual(before);
      goOn(60_000);
      await roundAfter(() => becomeIdle('active'));
      expect(requests()).toBe(6);
      expect((await shownBadge()).text).toBe('39m');
    },
  );
});

/** The badge, read as the user sees it. */
async function shownBadgeWith(heal: () => void) {
  await roundEnds();
  heal();
  return shownBadge();
}
