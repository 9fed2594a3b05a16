import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { Period } from '../../../../lib/core/history/period';
import type { Records } from '../../../../lib/core/history/records';
import type { Estimate } from '../../../../lib/core/olie/estimate';
import { localMs, session, told } from '../../../support/examples/example-history';
import { exampleExecution, exampleTimer } from '../../../support/examples/example-timer';
import { historyHtml } from '../../../support/examples/history-markup';
import { textOf } from '../../../support/examples/popup-markup';

const WEEK: Period = { kind: 'week', from: '2026-03-09' };

const morning = session('a', '2026-03-09 09:00', '2026-03-09 12:00');
const site = session('c', '2026-03-09 13:00', '2026-03-09 14:00', {
  projectId: 'p-2',
  projectCode: 'SITE',
  projectName: 'Novo site',
});

/** The same session while it runs, with what Olie expects of its project. */
function running(at: string, expectedS: number): Records {
  const current = { ...exampleExecution(), id: 'a', startedAtMs: localMs('2026-03-09 09:00') };
  const answeredAtMs = localMs(at);
  const { userId } = exampleTimer();
  const estimate: Estimate = {
    ...{ projectId: current.projectId, userId, answeredAtMs, expectedS, elapsedS: 3600 },
    ...{ expectedAmount: 0, hourlyRate: 0, status: '', budget: 0 },
  };
  return told(at, [], { current, estimate, totalS: 3600 });
}

function table(records: Records[]) {
  const html = historyHtml({ period: WEEK, records });
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const rows = [...document.querySelectorAll('.projects tr')].map((row) =>
    [...row.children].map((cell) => textOf(cell.innerHTML).trim().replace(/ +/g, ' ')),
  );
  return { rows, text: textOf(html) };
}

test('what was expected while a session ran stays in the table when it has ended', () => {
  const ended = told('2026-03-09 23:50', [morning, site]);
  const { rows, text } = table([running('2026-03-09 10:00', 8 * 3600), ended]);
  expect(rows).toEqual([
    ['Project', 'Time', 'Expected', 'Share'],
    ['AD-1 awdawd', '3:00:00', '8:00:00 8 hours', '75%'],
    ['SITE Novo site', '1:00:00', '–', '25%'],
    ['Total', '4:00:00', '', ''],
  ]);
  expect(text).toContain('“Expected” is your time on the whole project');
});

test.each([
  ['later', ['2026-03-09 10:00', '2026-03-09 11:00']],
  ['earlier', ['2026-03-09 11:00', '2026-03-09 10:00']],
])('what was told last counts, though it is read %s', (_, times) => {
  const answers = times.map((at) => running(at, at.endsWith('11:00') ? 20 * 3600 : 8 * 3600));
  expect(table(answers).rows[1]?.[2]).toBe('20:00:00 20 hours');
});

test('without an estimate there is no such column, and no word of it', () => {
  const { rows, text } = table([told('2026-03-09 23:50', [morning])]);
  expect(rows[0]).toEqual(['Project', 'Time', 'Share']);
  expect(text).not.toContain('Expected');
});
