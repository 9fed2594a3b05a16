import { expect, test } from 'vitest';
import { failure } from '../../../../lib/core/feeds/failure';
import { createFormat } from '../../../../lib/core/time/format';
import { titleOf } from '../../../../lib/core/toolbar/title';
import { exampleSituation } from '../../../support/examples/example-situation';
import { type Language, textsOf } from '../../../support/examples/texts';

const lines = (language: Language, situation: Parameters<typeof exampleSituation>[0]) => {
  const words = { t: textsOf(language), format: createFormat(language, {}) };
  return titleOf(exampleSituation(situation), words).split('\n');
};

test.each<Language>(['en', 'pt-BR', 'es'])('our own sentences are whole in %s', (language) => {
  const t = textsOf(language);
  const old = { isOld: true, ageS: 300, failure: failure('intercepted') };
  expect(lines(language, old)).toContain(t('failureIntercepted', 'Olie'));
  expect(lines(language, { isUnsaved: true })).toContain(t('storageFull'));
  expect(lines(language, { settingsUnreadable: true })).toContain(t('settingsUnreadable'));
});

test('what a service sends within them has one line and 100 characters', () => {
  const unseen = ['W'.repeat(10_000), 'two\nElapsed: 9:99:99'];
  const [, first, second] = lines('en', { unseen });
  expect(first).toBe(textsOf('en')('endedBadly', 'W'.repeat(100)));
  expect(second).toBe(textsOf('en')('endedBadly', 'two'));
});
