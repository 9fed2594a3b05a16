import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { olieConnection } from '../../support/stand-ins/connections';
import { until } from '../../support/until';
import { BEGIN_MS, goOn } from '../../support/worker/clock';
import { nextAlarm, shownAlarm, shownBadge } from '../../support/worker/fake-browser';
import { sendFromPage } from '../../support/worker/fake-messages';
import { roundAfter, startWorker } from '../../support/worker/rounds';
import { storedFeed, storedSchedule, storedTimer } from '../../support/worker/stored';
import { askedFor, connect, world } from '../../support/worker/world';

/** Connected on the options page. */
async function startConnected() {
  const { olie } = await world();
  await startWorker();
  await roundAfter(() => connect([olieConnection(olie)]));
  await sendFromPage({ kind: 'refresh', asker: 'user' });
  return olie;
}

describe('a worker that is started anew goes on from storage', () => {
  test('with the badge, the alarm and the execution that it followed', async () => {
    const olie = await startConnected();
    olie.stop();
    const id = olie.start();
    goOn(80_000);
    await roundAfter(() => nextAlarm());
    expect((await storedTimer()).followedId).toBe(id);
    expect(await shownAlarm()).toMatchObject({ scheduledTime: BEGIN_MS + 120_400 });
    await startWorker();
    await roundAfter(() => nextAlarm());
    expect(askedFor(olie)).toEqual([olie.executionId, olie.executionId, id]);
    expect((await shownBadge()).text).toBe('2m');
    expect(await shownAlarm()).toMatchObject({ scheduledTime: BEGIN_MS + 180_400 });
  });

  test('where it was killed while a request waited: not at once, but when the interval is over', async () => {
    const olie = await startConnected();
    olie.fail('silent');
    await roundAfter(() => nextAlarm());
    nextAlarm();
    await until(() => olie.requests.length === 2, 'the request');
    olie.fail(null);
    await startWorker();
    await roundAfter(() => sendFromPage({ kind: 'refresh', asker: 'popup' }));
    expect(olie.requests).toHaveLength(2);
    await roundAfter(() => nextAlarm());
    expect(olie.requests).toHaveLength(3);
    expect(await storedFeed()).toMatchObject({ failure: null });
    expect(await storedSchedule()).toMatchObject({ failures: 0 });
    await olie.pause();
  });

  test('and makes a missing alarm again', async () => {
    await startConnected();
    await fakeBrowser.alarms.clear('tick');
    await startWorker();
    await roundAfter(() => fakeBrowser.runtime.onStartup.trigger());
    expect(await shownAlarm()).toMatchObject({ scheduledTime: BEGIN_MS + 5400 });
  });

  test('and without any event draws the badge and makes the alarm again: it was enabled anew', async () => {
    await startConnected();
    await fakeBrowser.alarms.clear('tick');
    await fakeBrowser.action.setBadgeText({ text: '' });
    await startWorker();
    expect((await shownBadge()).text).toBe('37m');
    expect(await shownAlarm()).toMatchObject({ scheduledTime: BEGIN_MS + 5400 });
  });

  test('and leaves a right alarm as it is', async () => {
    await startConnected();
    const late = { when: BEGIN_MS + 5900, periodInMinutes: 1 };
    fakeBrowser.alarms.create('tick', late);
    await startWorker();
    await roundAfter(() => sendFromPage({ kind: 'refresh', asker: 'popup' }));
    expect(await shownAlarm()).toMatchObject({ scheduledTime: late.when });
  });
});

describe('a message is refused with a reply', () => {
  test.each([
    { what: 'of no kind', message: {} },
    { what: 'of an unknown kind', message: { kind: 'launch' } },
    { what: 'with an asker that pages are not', message: { kind: 'refresh', asker: 'alarm' } },
    { what: 'of a kind that every object has', message: { kind: 'toString' } },
    { what: 'without its values', message: { kind: 'test', address: 'https://x.test' } },
    { what: 'with a connection of no kind', message: { kind: 'test', connection: {} } },
    { what: 'without all its values', message: { kind: 'detail', connectionId: 'olie' } },
    { what: 'that is a text', message: 'refresh' },
    { what: 'that is null', message: null },
  ])('$what', async ({ message }) => {
    const olie = await startConnected();
    expect(await sendFromPage(message)).toEqual({ refused: true });
    expect(olie.requests).toHaveLength(1);
  });

  test.each([
    'https://olie.ai/with-a-script-of-ours-in-it',
    'chrome-extension://another-one/popup.html',
    'chrome-extension://olie-timer.evil.test/',
  ])('of somebody else: %s', async (senderUrl) => {
    const olie = await startConnected();
    vi.setSystemTime(BEGIN_MS + 60_000);
    const refresh = { kind: 'refresh', asker: 'user' };
    expect(await sendFromPage(refresh, senderUrl)).toEqual({ refused: true });
    expect(olie.requests).toHaveLength(1);
    expect(await sendFromPage(refresh)).toEqual({ done: true });
    expect(olie.requests).toHaveLength(2);
  });
});
