import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadEarlier, removeEarlier } from '../../../lib/browser/earlier-storage';
import type { EarlierDays } from '../../../lib/core/olie/sessions';
import { exampleTimer } from '../../support/examples/example-timer';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

const { local } = fakeBrowser.storage;
const day = { startMs: 0, answeredAtMs: 0, sessions: exampleTimer().recent };
const earlier: EarlierDays = { connectionId: 'a', days: [day] };

beforeEach(async () => {
  resetFakeBrowser();
  await local.set({ earlier });
});

test('earlier days are loaded for their own connection, until they are removed', async () => {
  expect(await loadEarlier('a')).toEqual(earlier);
  expect(await loadEarlier('b')).toEqual({ connectionId: 'b', days: [] });
  await removeEarlier();
  expect(await loadEarlier('a')).toEqual({ connectionId: 'a', days: [] });
});
