import { expect, test } from 'vitest';
import { checkReview } from '../../tools/store/check.ts';
import { readManifest, readReview } from '../../tools/store/files.ts';

test('the stores are told why, for every permission of both builds and for no other', () => {
  const builds = [readManifest('chrome-mv3'), readManifest('firefox-mv3')];
  expect(checkReview(readReview(), builds).filter(({ ok }) => !ok)).toEqual([]);
});
