import { describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refresh } from '../../../entrypoints/background/refresh';
import { savePreferences } from '../../../lib/browser/preferences-storage';
import { saveSettings } from '../../../lib/browser/settings-storage';
import { parsePreferences } from '../../../lib/core/settings/preferences';
import { NO_SETTINGS } from '../../../lib/core/settings/settings';
import { BEGIN_MS, goOn, setClock } from '../../support/worker/clock';
import { nextAlarm, shownAlarm, shownBadge } from '../../support/worker/fake-browser';
import { storedFeed, storedTimer } from '../../support/worker/stored';
import { askedFor, world } from '../../support/worker/world';

const HOUR_MS = 3_600_000;
const GREEN = '#0a7a52';

/** Lets the next alarm go off, and draws the round that it causes. */
async function tick(lateMs = 0) {
  await nextAlarm(lateMs);
  await refresh('alarm');
  return (await shownBadge()).text;
}

test('with nothing connected there is no request, no badge and no alarm', async () => {
  const { olie } = await world();
  await refresh('alarm');
  expect(olie.requests).toEqual([]);
  expect(await shownBadge()).toMatchObject({
    text: '',
    title: 'Olie Timer\nNot connected to Olie yet',
  });
  expect(await shownAlarm()).toBeNull();
});

test('connected, it asks once, stores the answer, draws the badge and sets the alarm on the true minute', async () => {
  const { olie } = await world({ services: ['olie'] });
  await refresh('user');
  expect(olie.requests).toMatchObject([
    { method: 'GET', authorization: 'Bearer olie_test_token|abc123' },
  ]);
  expect(await storedFeed()).toMatchObject({
    connectionId: 'olie',
    failure: null,
    offsetMs: 0,
    data: { answeredAtMs: BEGIN_MS, totalS: 38_140, idleS: 27_734 },
  });
  expect(await shownBadge()).toEqual({
    text: '37m',
    colour: GREEN,
    title:
      'Olie Timer\nAD-1 awdawd\ntres · funil do abacaxi\nElapsed: 0:37:55\nToday: 10:35:40\nIdle today: 7:42:14',
  });
  // 37:55 turns to 38:00 in five seconds.
  expect(await shownAlarm()).toMatchObject({
    scheduledTime: BEGIN_MS + 5400,
    periodInMinutes: 1,
  });
});

test('the token is stored in the settings alone', async () => {
  const { olie } = await world({ services: ['olie'] });
  await refresh('user');
  const { settings, ...rest } = await fakeBrowser.storage.local.get();
  expect(JSON.stringify(settings)).toContain(olie.token);
  expect(JSON.stringify([rest, await fakeBrowser.storage.sync.get()])).not.toContain(olie.token);
});

describe('in an hour of alarms that come a little late', () => {
  test.each([
    { refreshEveryS: 30 as const, requests: 120 },
    { refreshEveryS: 60 as const, requests: 60 },
    { refreshEveryS: 300 as const, requests: 12 },
    { refreshEveryS: 900 as const, requests: 4 },
  ])(
    'each $refreshEveryS s: $requests requests, and the badge turns each minute',
    async ({ refreshEveryS, requests }) => {
      const { olie } = await world({ services: ['olie'] });
      await savePreferences({ ...parsePreferences(undefined), refreshEveryS });
      await refresh('user');
      const texts = [];
      // The first alarm comes only seconds after the first request.
      const ticks = 3600 / Math.min(60, refreshEveryS);
      for (let index = 0; index <= ticks; index += 1) texts.push(await tick((index * 37) % 900));
      expect(olie.requests.length - 1).toBe(requests);
      const turned = [...new Set(texts)];
      expect(turned.slice(0, 3)).toEqual(['38m', '39m', '40m']);
      expect(turned.slice(21, 24)).toEqual(['59m', '1:00', '1:01']);
      expect(turned.at(-1)).toBe('1:38');
    },
  );
});

test('between rounds the badge is drawn without the network', async () => {
  const { olie } = await world({ services: ['olie'] });
  await refresh('user');
  await olie.pause();
  goOn(6_000);
  await refresh('alarm');
  expect(await storedFeed()).toMatchObject({ failure: null });
  expect((await shownBadge()).text).toBe('38m');
});

test('a timer that stops and another that starts are followed', async () => {
  const { olie } = await world({ services: ['olie'] });
  await refresh('user');
  await tick();
  olie.stop();
  expect(await tick()).toBe('');
  expect((await shownBadge()).title).toContain('No timer running');
  goOn(30_000);
  const id = olie.start({ project: { id: 'p', code: 'WEB-7', name: 'Site' } });
  goOn(90_000);
  expect(await tick()).toMatch(/^[12]m$/);
  expect((await shownBadge()).title).toContain('WEB-7 Site');
  await tick();
  expect(askedFor(olie)).toEqual([olie.executionId, olie.executionId, olie.executionId, id]);
  expect((await storedTimer()).followedId).toBe(id);
});

describe('a computer clock that is wrong', () => {
  // With 17 s on top, the true minute is elsewhere in the computer's minute.
  test.each([26 * HOUR_MS + 17_000, -26 * HOUR_MS - 17_000])(
    'by %d ms shows the right badge',
    async (aheadMs) => {
      await world({ services: ['olie'], computerAheadMs: aheadMs });
      await refresh('user');
      expect((await shownBadge()).text).toBe('37m');
      expect((await shownBadge()).title).toContain('Elapsed: 0:37:55\nToday: 10:35:40');
      expect((await shownAlarm())?.scheduledTime).toBe(BEGIN_MS + aheadMs + 5400);
      expect(await tick()).toBe('38m');
      setClock(0);
      await refresh('alarm');
      goOn(60_000);
      await refresh('alarm');
      expect((await shownBadge()).text).toBe('39m');
      expect((await shownAlarm())?.scheduledTime).toBeLessThanOrEqual(Date.now() + 60_000);
    },
  );
});

test('settings that are removed take state, alarm and badge along', async () => {
  const { olie } = await world({ services: ['olie'] });
  await refresh('user');
  await saveSettings(NO_SETTINGS);
  await refresh('user');
  expect(await fakeBrowser.storage.local.get('state')).toEqual({
    state: { version: 4, settingsUnreadable: false, feeds: [] },
  });
  expect(await shownAlarm()).toBeNull();
  expect(await shownBadge()).toMatchObject({ text: '', title: expect.stringMatching('Not conn') });
  expect(olie.requests).toHaveLength(1);
});
