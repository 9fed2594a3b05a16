import { describe, expect, test, vi } from 'vitest';
import { failure } from '../../../../lib/core/feeds/failure';
import type { Run } from '../../../../lib/core/zaia/agent-runs';
import type { RunDetails } from '../../../../lib/core/zaia/run-details';
import { agentRunsView } from '../../../support/examples/agent-runs-view';
import { drawn } from '../../../support/examples/drawn';
import { ANSWERED_AT_MS } from '../../../support/examples/example-timer';
import { textOf } from '../../../support/examples/popup-markup';
import type { Language } from '../../../support/examples/texts';

const run: Run = {
  ...{ id: 'run-1', startedAtMs: ANSWERED_AT_MS - 90_000, endedAtMs: ANSWERED_AT_MS - 1000 },
  ...{ status: 'completed', credits: 1.5, isAgentic: false, isPurged: false },
};
const details: RunDetails = {
  run,
  createdAtMs: ANSWERED_AT_MS - 95_000,
  startedAtMs: ANSWERED_AT_MS - 90_000,
  updatedAtMs: ANSWERED_AT_MS,
  ...{ responderId: 'responder-7', workspaceId: 'workspace-8' },
  detail: {
    nodes: [
      { depth: 0, name: 'input', value: '' },
      { depth: 1, name: 'question', value: '<b>Where?</b>' },
    ],
    notShown: 12,
  },
};
const nesting = { nodes: [{ ...run, depth: 0 }], notShown: 0 };

type Reply = { failure: ReturnType<typeof failure> | null; data: unknown } | null;

/** The section with these runs, the first of them and its details opened. */
async function opened(runs: Run[], reply: Reply | 'none yet', language: Language = 'en') {
  const askDetail = vi.fn(async (_feed: unknown, what: string): Promise<Reply> => {
    if (what === 'nesting') return { failure: null, data: nesting };
    return reply === 'none yet' ? new Promise<never>(() => undefined) : reply;
  });
  const section = await drawn(agentRunsView(runs, askDetail), language);
  const first = textOf(section.page.querySelector('details > summary')?.innerHTML ?? '').trim();
  await section.open(first);
  const before = askDetail.mock.calls.length;
  await section.open(language === 'en' ? 'Details' : 'Detalhes');
  return { ...section, askDetail, before };
}

test('they are asked for when they are opened, and not before', async () => {
  const { askDetail, before } = await opened([run], { failure: null, data: details });
  expect(before).toBe(1);
  expect(askDetail.mock.calls.slice(1)).toEqual([[expect.anything(), 'run', 'run-1']]);
});

test('what the list has is shown at once', async () => {
  const { text } = await opened([run], 'none yet');
  expect(text()).toContain('Started Fri, Mar 13, 6:16:24 PM');
  expect(text()).toContain('Ended Fri, Mar 13, 6:17:53 PM');
  expect(text()).toContain('Credits used 1.5');
  expect(text()).toContain('Run ID run-1');
  expect(text()).toContain('Asking Zaia…');
  expect(text()).not.toContain('Responder');
});

test('the answer adds the rest, and texts stay texts', async () => {
  const { text, page } = await opened([run], { failure: null, data: details });
  expect(text()).toContain('Created Fri, Mar 13, 6:16:19 PM');
  expect(text()).toContain('Updated Fri, Mar 13, 6:17:54 PM');
  expect(text()).toContain('Responder responder-7');
  expect(text()).toContain('Workspace workspace-8');
  expect(text()).toContain('question <b>Where?</b>');
  expect(text()).toContain('12 more are not shown');
  expect(text()).not.toContain('Asking');
  expect(page.querySelector('.json b')).toBeNull();
});

test.each([
  ['the list', 3.25, 1.5],
  ['the details', 1.5, 3.25],
])('the credits are those that %s said last, for they only grow', async (_, ofList, ofDetails) => {
  const going = { ...run, endedAtMs: null, credits: ofList };
  const data = { ...details, run: { ...going, credits: ofDetails } };
  const { text } = await opened([going], { failure: null, data });
  expect(text()).toContain('Credits used 3.25');
});

test('the details are in Portuguese, too', async () => {
  const { text } = await opened([{ ...run, endedAtMs: null }], 'none yet', 'pt-BR');
  expect(text()).toContain('Finalizada ainda não');
});

test('each id can be copied', async () => {
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  const data = { ...details, run: { ...run, parentId: 'gone' } };
  const { press } = await opened([run], { failure: null, data });
  for (const name of ['Run ID', 'Parent run', 'Responder', 'Workspace']) {
    await press(`Copy ${name}`);
  }
  const copied = ['run-1', 'gone', 'responder-7', 'workspace-8'];
  expect(writeText.mock.calls).toEqual(copied.map((id) => [id]));
});

describe('the parent', () => {
  const parent = { ...run, id: 'run-2' };
  const child = { ...run, parentId: 'run-2' };

  test('is a link to its row if it is in the list', async () => {
    const { page } = await opened([child, parent], 'none yet');
    const link = page.querySelector('a');
    expect(link?.textContent).toBe('run-2');
    const row = page.getElementById(link?.getAttribute('href')?.slice(1) ?? '');
    expect(row?.querySelector('summary')).not.toBeNull();
  });

  test('is only its id if it is not', async () => {
    const { page, text } = await opened([child], 'none yet');
    expect(page.querySelector('a')).toBeNull();
    expect(text()).toContain('Parent run run-2');
  });

  test('is left out if there is none', async () => {
    const { text } = await opened([run], 'none yet');
    expect(text()).not.toContain('Parent run');
  });
});

test.each<[string, Reply, string]>([
  ['refused', { failure: failure('token-refused'), data: null }, 'Zaia refused the token.'],
  ['odd', { failure: null, data: { run: 7 } }, 'Zaia'],
  ['silent', { failure: failure('timeout'), data: null }, 'Zaia did not answer in time.'],
  ['no reply at all', null, 'Zaia'],
])('%s: says so below what is known', async (_, reply, words) => {
  const { page, text } = await opened([run], reply);
  expect(page.querySelector('.opened .problem')?.textContent).toContain(words);
  expect(text()).toContain('Run ID run-1');
});
