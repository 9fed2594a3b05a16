import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refresh } from '../../../entrypoints/background/refresh';
import { loadStored } from '../../../lib/browser/state-storage';
import { olieConnection } from '../../support/stand-ins/connections';
import { namedAnswers } from '../../support/stand-ins/named-answers';
import { goOn } from '../../support/worker/clock';
import { shownBadge } from '../../support/worker/fake-browser';
import { storedFeed, storedSchedule } from '../../support/worker/stored';
import { connect, world } from '../../support/worker/world';

/** Connected, and answered once with a name. */
async function startNamed() {
  const { olie } = await world();
  let name = '"first"';
  const { fault, offered } = namedAnswers(() => name);
  olie.fail(fault);
  await connect([olieConnection(olie)]);
  await refresh('user');
  expect(offered).toEqual([undefined]);
  const rename = (next: string) => {
    name = next;
  };
  return { olie, offered, fault, rename };
}

/** A minute passes, and the alarm goes off. */
async function minute() {
  goOn(60_000);
  await refresh('alarm');
}

test('an answer with a name is offered by it to the alarm, and where it holds nothing is read or written', async () => {
  const { offered } = await startNamed();
  const set = vi.spyOn(fakeBrowser.storage.local, 'set');
  const parse = vi.spyOn(JSON, 'parse');
  await minute();
  await minute();
  expect(offered).toEqual([undefined, '"first"', '"first"']);
  expect(set).not.toHaveBeenCalled();
  // The fake browser itself parses what it stores.
  expect(parse).not.toHaveBeenCalledWith(expect.stringContaining('current_execution'));
  expect((await storedSchedule()).answeredAtMs).toBe(Date.now());
  expect((await shownBadge()).text).toBe('39m');
});

test('another answer has another name, and is shown', async () => {
  const { olie, offered, rename } = await startNamed();
  olie.stop();
  rename('"second"');
  await minute();
  await minute();
  expect(offered).toEqual([undefined, '"first"', '"second"']);
  expect((await shownBadge()).text).toBe('');
});

test('a new day is asked for without the name of the old one', async () => {
  const { offered } = await startNamed();
  goOn(24 * 3_600_000);
  await refresh('alarm');
  expect(offered).toEqual([undefined, undefined]);
});

test('where the answer itself is lost, its name is not offered', async () => {
  const { offered } = await startNamed();
  const { state } = await loadStored();
  const feeds = state.feeds.map((feed) => ({ ...feed, data: 'broken' }));
  await fakeBrowser.storage.local.set({ state: { ...state, feeds } });
  await minute();
  expect(offered).toEqual([undefined, undefined]);
  expect((await shownBadge()).text).toBe('38m');
});

test('a failure between does not lose the name', async () => {
  const { olie, offered, fault } = await startNamed();
  olie.fail({ status: 500 });
  await minute();
  olie.fail(fault);
  goOn(120_000);
  await refresh('alarm');
  expect(offered).toEqual([undefined, '"first"']);
  expect(await storedFeed()).toMatchObject({ failure: null, etag: { value: '"first"' } });
});

test('a 304 that nobody asked for is a mistake of the service', async () => {
  const { olie } = await world({ services: ['olie'] });
  olie.fail({ status: 304 });
  await refresh('user');
  expect(await storedFeed()).toMatchObject({ failure: { kind: 'server-error' } });
});

test('a name that is too long is not kept', async () => {
  const { olie } = await world();
  olie.fail(namedAnswers(() => `"${'x'.repeat(500)}"`).fault);
  await connect([olieConnection(olie)]);
  await refresh('user');
  expect(await storedFeed()).toMatchObject({ etag: null, failure: null });
});

test('the user who presses Refresh gets a whole answer, also within a round that was only told that the old one holds', async () => {
  const { offered } = await startNamed();
  await minute();
  goOn(1000);
  await refresh('user');
  expect(offered).toEqual([undefined, '"first"', undefined]);
  goOn(20_000);
  await Promise.all([refresh('popup'), refresh('user')]);
  expect(offered).toEqual([undefined, '"first"', undefined, '"first"', undefined]);
});

test('two presses of Refresh at once are one request', async () => {
  const { offered } = await startNamed();
  goOn(1000);
  await Promise.all([refresh('user'), refresh('user')]);
  expect(offered).toEqual([undefined, undefined]);
});
