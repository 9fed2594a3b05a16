import { h } from 'preact';
import { expect, test } from 'vitest';
import { RunSummary } from '../../../../components/zaia/run-summary';
import { drawn } from '../../../support/examples/drawn';
import { ANSWERED_AT_MS } from '../../../support/examples/example-timer';

const run = {
  ...{ id: 'a', startedAtMs: ANSWERED_AT_MS, endedAtMs: null, status: 'running' },
  ...{ credits: 1, isAgentic: true, isPurged: true },
};

test.each([
  ['en', 'agentic: The agent decides each step', 'purged: Zaia has deleted the data'],
  ['pt-BR', 'agêntica: O próprio agente decide', 'dados apagados: A Zaia apagou os dados'],
  ['es', 'agéntica: El propio agente decide', 'datos eliminados: Zaia eliminó los datos'],
] as const)("Zaia's own words have a title that explains them: %s", async (language, ...starts) => {
  const { page } = await drawn(h(RunSummary, { run }), language);
  const words = [...page.querySelectorAll('.detail [title]')];
  const explained = words.map((word) => `${word.textContent}: ${word.getAttribute('title')}`);
  expect(explained).toEqual(starts.map((start) => expect.stringContaining(start)));
});
