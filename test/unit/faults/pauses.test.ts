import { describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadStored } from '../../../lib/browser/state-storage';
import { storedPopupHtml, textOf, timesOf } from '../../support/examples/popup-markup';
import { annotate, look } from '../../support/faults/seen';
import { NAMES, SERVICES } from '../../support/stand-ins/stand-ins';
import { goOn } from '../../support/worker/clock';
import { sendFromPage } from '../../support/worker/fake-messages';
import { alarms, nextRoundOf, roundAfter } from '../../support/worker/rounds';
import { storedSettings } from '../../support/worker/stored';
import { askedFor, world } from '../../support/worker/world';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What the popup shows now, after *Refresh* was pressed in it. */
const popupAfterRefresh = async () => storedPopupHtml(await loadStored(), Date.now(), [], true);

/** What the live regions say, one by one. */
function statusOf(html: string): string {
  const said = [...html.matchAll(/role="status"[^>]*>(.*?)</gs)].map(([, text]) =>
    textOf(text ?? ''),
  );
  // Said twice, it would be read twice.
  expect(said.filter((text) => text.includes('not to be contacted')).length).toBeLessThan(2);
  return said.join(' ');
}

describe.each(SERVICES)('while %s wants to be left alone', (service) => {
  test.for([429, 503])('(%d), Refresh says so and until when', async (status, { task }) => {
    // This computer's clock is three hours fast. The time shown is the service's.
    const servers = await world({
      services: SERVICES,
      started: true,
      computerAheadMs: 3 * HOUR_MS,
    });
    const server = servers[service];
    server.fail({ status, headers: { 'Retry-After': '600' }, body: {} });
    await nextRoundOf(service);
    const asked = server.requests.length;
    const { askedAtMs } = (await look(service)).schedule;
    const endMs = (askedAtMs ?? 0) - 3 * HOUR_MS + 10 * MINUTE_MS;
    const words = 'It asked not to be contacted until 6:2';
    const before = await look(service);
    await annotate(task, service, before);
    expect(before.says).toContain(words);
    expect(timesOf(before.html)).toContain(new Date(endMs).toISOString());
    expect(statusOf(before.html)).not.toContain(words);

    goOn(MINUTE_MS);
    expect(await sendFromPage({ kind: 'refresh', asker: 'user' })).toEqual({ done: true });
    expect(server.requests).toHaveLength(asked);
    const said = statusOf(await popupAfterRefresh());
    expect(said).toContain(words);
    expect(said).toContain(NAMES[service]);

    server.fail(null);
    goOn(9 * MINUTE_MS);
    expect(statusOf(await popupAfterRefresh())).not.toContain(words);
    expect((await look(service)).popup).not.toContain(words);
    await sendFromPage({ kind: 'refresh', asker: 'user' });
    expect(server.requests).toHaveLength(asked + 1);
    expect((await look(service)).feed?.failure).toBeNull();
  });
});

test('a pause that was told before the clock was set back holds no more, and is not shown', async () => {
  const { olie } = await world({ services: ['olie'], started: true });
  olie.fail({ status: 429, headers: { 'Retry-After': '600' }, body: {} });
  await nextRoundOf('olie');
  goOn(-HOUR_MS);
  expect(await popupAfterRefresh()).not.toContain('not to be contacted');
});

test('a pause outlives a time in which the connection cannot be read', async () => {
  const { olie } = await world({ services: ['olie'], started: true });
  olie.fail({ status: 429, headers: { 'Retry-After': '3600' }, body: {} });
  await nextRoundOf('olie');
  const asked = olie.requests.length;
  const { settings } = await fakeBrowser.storage.local.get('settings');
  const { connections } = JSON.parse(await storedSettings()).settings;
  const broken = { ...Object(settings), connections: [{ ...connections[0], token: 7 }] };
  const save = (saved: unknown) =>
    roundAfter(() => fakeBrowser.storage.local.set({ settings: saved }));
  await save(broken);
  expect((await loadStored()).state).toMatchObject({ settingsUnreadable: true, feeds: [{}] });
  await save(settings);
  goOn(59 * MINUTE_MS);
  await alarms(1);
  expect(olie.requests).toHaveLength(asked);
  goOn(2 * MINUTE_MS);
  await alarms(1);
  expect(olie.requests).toHaveLength(asked + 1);
});

test('a pause of a connection that cannot be read holds for the others of its host', async () => {
  const { b3os } = await world({ services: ['b3os'], started: true, workflows: 2 });
  b3os.fail((_, { path }) =>
    path.includes('/order_0?')
      ? { status: 429, headers: { 'Retry-After': '3600' }, body: {} }
      : null,
  );
  await nextRoundOf('b3os');
  const asked = b3os.requests.length;
  const { settings } = await fakeBrowser.storage.local.get('settings');
  const { connections } = JSON.parse(await storedSettings()).settings;
  const [first, second] = connections;
  const broken = { ...Object(settings), connections: [{ ...first, token: 7 }, second] };
  await roundAfter(() => fakeBrowser.storage.local.set({ settings: broken }));
  goOn(58 * MINUTE_MS);
  await alarms(1);
  expect(b3os.requests).toHaveLength(asked);
  goOn(2 * MINUTE_MS);
  await alarms(1);
  expect(askedFor(b3os).slice(asked)).toEqual(['order_1']);
});
