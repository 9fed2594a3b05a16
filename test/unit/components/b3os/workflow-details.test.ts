import { describe, expect, test } from 'vitest';
import type { Workflow } from '../../../../lib/core/b3os/workflow';
import { workflow, workflowFeed } from '../../../support/examples/example-feed';
import { exampleSituation } from '../../../support/examples/example-situation';
import { ANSWERED_AT_MS } from '../../../support/examples/example-timer';
import { popupHtml, SECTIONS, textOf, timesOf } from '../../../support/examples/popup-markup';
import { type Language, textsOf } from '../../../support/examples/texts';

const MINUTE_MS = 60_000;
const full: Partial<Workflow> = {
  ...{ id: 'exe_77', orderId: 'ord_77', checkoutSessionId: 'cs_77', workflowId: 'wf_kit' },
  ...{ runId: 'run_77', paymentStatus: 'chargeback <b>', message: 'Your kit is packed' },
  createdAtMs: ANSWERED_AT_MS - 3 * MINUTE_MS,
  startedAtMs: ANSWERED_AT_MS - 2 * MINUTE_MS,
  finishedAtMs: ANSWERED_AT_MS - MINUTE_MS,
  metadata: [{ name: 'customer', value: 'Ana' }],
  events: [
    {
      ...{ id: 'e1', atMs: ANSWERED_AT_MS, level: 'warn', title: 'Invoice', message: 'Retry' },
      ...{ eventType: 'node.retry', nodeId: 'n_invoice', runId: 'run_77' },
    },
    {
      ...{ id: 'e2', atMs: null, level: '', title: 'Older', message: '' },
      ...{ eventType: '', nodeId: '', runId: 'run_76' },
    },
    {
      ...{ id: 'e3', atMs: null, level: '', title: 'Bare', message: '' },
      ...{ eventType: '', nodeId: '', runId: '' },
    },
  ],
};

function html(patch: Partial<Workflow>, language: Language = 'en'): string {
  const data = workflow('workflow_succeeded', patch);
  const others = [workflowFeed({ data, reference: 'exe_watched' })];
  return popupHtml(exampleSituation(), { others, sections: SECTIONS, language });
}

/** Names and values of the opened workflow's rows. */
function rowsOf(markup: string): Record<string, string> {
  const rows = [...markup.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)];
  return Object.fromEntries(
    rows.map(([, name, value]) => [textOf(name ?? '').trim(), textOf(value ?? '').trim()]),
  );
}

describe.each(['en', 'pt-BR', 'es'] as const)('an opened workflow, in %s', (language) => {
  const t = textsOf(language);
  const copy = t('copy');

  test('shows each field that the service gives, and lets its ids be copied', () => {
    const rows = rowsOf(html(full, language));
    expect(rows).toMatchObject({
      [t('workflowPayment')]: 'chargeback <b>',
      [t('workflowOrder')]: `ord_77 ${copy}`,
      [t('workflowCheckout')]: `cs_77 ${copy}`,
      [t('workflowId')]: `wf_kit ${copy}`,
      [t('workflowRunId')]: `run_77 ${copy}`,
      [t('executionId')]: `exe_77 ${copy}`,
      customer: 'Ana',
    });
    expect(Object.keys(rows)).toEqual(
      expect.arrayContaining([t('workflowCreated'), t('workflowStarted'), t('workflowFinished')]),
    );
    expect(textOf(html(full, language))).toContain('Your kit is packed');
  });

  test('has no row for what the service left out, and the watched id for one without an id', () => {
    const rows = rowsOf(html({ id: '' }, language));
    // The numbers of the day have rows of their own.
    const names = Object.keys(rows).filter((name) => rows[name]?.endsWith(copy));
    expect(names).toEqual([t('executionId')]);
    expect(rows[t('executionId')]).toBe(`exe_watched ${copy}`);
    for (const key of ['workflowPayment', 'workflowCreated', 'workflowFinished'] as const) {
      expect(rows).not.toHaveProperty([t(key)]);
    }
  });
});

test('shows when it was created, started and finished', () => {
  const minutesAgo = [3, 2, 1].map((minutes) =>
    new Date(ANSWERED_AT_MS - minutes * MINUTE_MS).toISOString(),
  );
  expect(timesOf(html(full))).toEqual(expect.arrayContaining(minutesAgo));
});

test('an event shows its type and node, and its run if that is another one than the workflow’s', () => {
  const events = html(full)
    .split('<li')
    .slice(1)
    .map((row) => textOf(`<li${row}`));
  const ofEvent = (title: string) => events.find((text) => text.includes(title)) ?? '';
  expect(ofEvent('Retry')).toContain('node.retry n_invoice');
  expect(ofEvent('Retry')).not.toContain('run_77');
  expect(ofEvent('Older')).toContain('run_76');
  expect(ofEvent('Bare').trim()).toMatch(/^Bare/);
  expect(html(full).match(/class="detail origin"/g)).toHaveLength(2);
});

test('an event of an earlier day shows its date, one of today only its time', () => {
  const model = full.events?.[0] ?? expect.fail('There is an event');
  const timeAt = (iso: string) => {
    const markup = html({ events: [{ ...model, title: 'Only', atMs: Date.parse(iso) }] });
    return textOf(/<ol.*?(<time.*?<\/time>)/s.exec(markup)?.[1] ?? '').trim();
  };
  expect(timeAt('2026-03-13T03:00:00Z')).toMatch(/^12:00:00\sAM$/);
  expect(timeAt('2026-03-13T02:59:59Z')).toMatch(/^Thu, Mar 12,\s+11:59:59\sPM$/);
});
