import { beforeEach, expect, test } from 'vitest';
import { watchHistory } from '../../../lib/browser/history-mark';
import { countHistory, saveImported } from '../../../lib/browser/history-storage';
import { PERSON, session, told } from '../../support/examples/example-history';
import { until } from '../../support/until';
import { forgetHistory } from '../../support/worker/fake-browser';
import { holdHistory } from '../../support/worker/history';
import { openPage } from '../../support/worker/open-page';
import { world } from '../../support/worker/world';

const FRIDAY = told('2026-03-13 12:00', [session('a', '2026-03-13 09:00', '2026-03-13 10:00')]);
const person = { id: PERSON, name: 'Ana', connectionId: 'c', seenAtMs: 5 };

beforeEach(async () => {
  await world();
  await saveImported([person], FRIDAY);
});

/** Counts the days that are kept, whenever the history is to be read again. */
function watchedDays() {
  const counts: number[] = [];
  const stop = watchHistory(async () => {
    counts.push((await countHistory()).days);
  });
  return { counts, stop };
}

test('whoever watches the history reads it again when another page has deleted it', async () => {
  const [one, other] = [watchedDays(), watchedDays()];
  await forgetHistory();
  await until(() => one.counts.length > 0 && other.counts.length > 0, 'both to read it again');
  expect([one.counts, other.counts]).toEqual([[0], [0]]);
  one.stop();
  await forgetHistory();
  await until(() => other.counts.length > 1, 'the other one to read it again');
  expect(one.counts).toEqual([0]);
  other.stop();
});

test('a database that keeps the options page waiting is told there, until it answers', async () => {
  const release = await holdHistory();
  const options = await openPage('options');
  await options.shows('The history is still being read.');
  release();
  await until(() => !options.text().includes('The history is still being read.'), 'that to go');
});
