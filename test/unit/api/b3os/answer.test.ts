import { describe, expect, test } from 'vitest';
import { parseWorkflow } from '../../../../lib/api/b3os/answer';
import type { Workflow } from '../../../../lib/core/b3os/workflow';
import documented from '../../../fixtures/b3os-public-execution.documented.json' with {
  type: 'json',
};
import made from '../../../fixtures/b3os-public-execution.made.json' with { type: 'json' };

/** As it comes over the wire: a field that is undefined is missing. */
const read = (body: unknown) => parseWorkflow(JSON.parse(JSON.stringify(body)));
const event = (id: string, time: string, level: string, title: string, message: string) => ({
  id,
  atMs: Date.parse(`2026-03-13T${time}Z`),
  level,
  title,
  message,
});
const origin = (eventType: string, nodeId = '', runId = '') => ({ eventType, nodeId, runId });
const expected: Workflow = {
  id: 'exe_4821',
  orderId: 'ord_4821',
  checkoutSessionId: 'cs_7f1c',
  workflowId: 'wf_onboarding',
  runId: 'run_55',
  status: 'workflow_running',
  paymentStatus: 'paid',
  message: '',
  createdAtMs: Date.parse('2026-03-13T20:58:03Z'),
  startedAtMs: Date.parse('2026-03-13T21:10:44Z'),
  finishedAtMs: null,
  metadata: [
    { name: 'customer', value: 'Padaria Aurora' },
    { name: 'sku', value: 'KIT-4821' },
  ],
  events: [
    {
      ...event('evt_1', '20:58:03', 'info', 'Order received', 'Waiting for the payment'),
      ...origin('execution.created'),
    },
    {
      ...event('evt_2', '21:10:40', 'info', 'Payment confirmed', 'R$ 480,00 confirmed'),
      ...origin('payment.confirmed'),
    },
    {
      ...event('evt_3', '21:10:44', 'info', 'Run started', ''),
      ...origin('run.started', 'n_start', 'run_55'),
    },
    {
      ...event(
        'evt_4',
        '21:16:02',
        'warn',
        'Generate invoice',
        'Tax service timed out, trying again',
      ),
      ...origin('node.retry', 'n_invoice', 'run_55'),
    },
  ],
};

test('both examples are read; a time that cannot be read is null', () => {
  expect(read(made)).toEqual(expected);
  const text = '<string>';
  expect(read(documented)).toEqual({
    ...{ id: text, orderId: text, status: 'awaiting_payment', message: text, metadata: [] },
    ...{ checkoutSessionId: text, workflowId: text, runId: text, paymentStatus: text },
    ...{ createdAtMs: null, startedAtMs: null, finishedAtMs: null },
    events: [
      {
        id: text,
        atMs: null,
        level: text,
        title: text,
        message: text,
        ...origin(text, text, text),
      },
    ],
  });
});

describe('a broken field costs only itself', () => {
  const ofWorkflow: [string, Partial<Workflow>][] = [
    ['id', { id: '' }],
    ['orderId', { orderId: '' }],
    ['status', { status: '' }],
    ['message', {}],
    ['createdAt', { createdAtMs: null }],
    ['startedAt', { startedAtMs: null }],
    ['finishedAt', {}],
    ['clientSafeMetadata', { metadata: [] }],
    ['events', { events: [] }],
    ['paymentStatus', { paymentStatus: '' }],
    ['checkoutSessionId', { checkoutSessionId: '' }],
    ['workflowId', { workflowId: '' }],
    ['runId', { runId: '' }],
  ];
  test.each(ofWorkflow)('%s', (field, costs) => {
    for (const broken of [undefined, null, true, [], ...(costs.metadata ? ['x', 7] : [{}])]) {
      const body = { ...made, data: { ...made.data, [field]: broken } };
      expect(read(body), `${field}: ${broken}`).toEqual({ ...expected, ...costs });
    }
  });

  const ofEvent = { id: { id: '' }, createdAt: { atMs: null }, level: { level: '' } };
  const ofEventTexts = { title: { title: '' }, message: { message: '' } };
  const ofOrigin = { eventType: { eventType: '' }, nodeId: { nodeId: '' }, runId: { runId: '' } };
  test.each(Object.entries({ ...ofEvent, ...ofEventTexts, ...ofOrigin }))(
    'event %s',
    (field, costs) => {
      const { events } = made.data;
      for (const broken of [undefined, null, true, [], {}]) {
        const rows = [null, 7, 'x', [], ...events.slice(0, 3), { ...events[3], [field]: broken }];
        const { events: found } = read({ data: { ...made.data, events: rows } });
        const rest = expected.events.slice(0, 3);
        expect(found, `${field}: ${broken}`).toEqual([
          ...rest,
          { ...expected.events[3], ...costs },
        ]);
      }
    },
  );

  const unset = ['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z'];
  test.each(['soon', '', '2026-13-45T99:00:00Z', ...unset])('the time %j is null', (createdAt) => {
    const body = { data: { ...made.data, createdAt } };
    expect(read(body)).toEqual({ ...expected, createdAtMs: null });
  });
});

test('events may come as PHP sends a list; the same event counts once', () => {
  const [first, ...rest] = made.data.events;
  const events = {
    data: {
      0: { ...first, createdAt: '2026-03-13T20:00:00Z' },
      3: first,
      4: rest[0],
      5: rest[1],
      9: rest[2],
    },
  };
  expect(read({ data: { ...made.data, events } })).toEqual(expected);
});

test.each([
  [made.data],
  [{ data: { data: made.data } }],
  [{ code: 200, data: { clientToken: 'ct', execution: made.data } }],
  [{ status: 'success', id: 'req', data: made.data }],
  [{ success: 'true', data: { ...made.data, status: 'RUNNING' } }],
])('an execution is found in its envelope: %#', (body) => {
  expect(read(body)).toEqual(expected);
});

describe('a success that says it is none', () => {
  test.each([
    [{ code: 401, data: null, message: 'No.' }, 'token-refused', 'No.'],
    [{ code: '403', message: 'No.' }, 'token-refused', 'No.'],
    [{ code: 404, data: {}, message: 'not_found' }, 'unknown-id', null],
    [{ code: 429, message: 'Slow down.' }, 'too-many-requests', 'Slow down.'],
    [{ code: 400, message: 'No.' }, 'server-error', 'No.'],
    [{ code: 500, data: made.data }, 'server-error', null],
    [{ code: 600, success: false, message: 'No.' }, 'refused', 'No.'],
    [{ success: false, error: { code: 401, message: 'No.' } }, 'token-refused', 'No.'],
    [{ success: 0, data: made.data, message: 'No.' }, 'refused', 'No.'],
    [{ success: 'false', data: made.data }, 'refused', null],
    [{ code: 1001, message: 'No.' }, 'refused', 'No.'],
    [{ code: { toString: null }, message: 'No.' }, 'refused', 'No.'],
  ])('%#', (body, kind, message) => {
    const failure = { kind, message, retryAfterS: null };
    expect(() => read(body)).toThrow(expect.objectContaining({ failure }));
  });
});

test.each(['error', 'success', 'ok', 'failed'])(
  'a status "%s" without an id is an envelope’s, and ends no workflow',
  (status) => {
    const body = { code: 200, data: { status, message: 'temporarily unavailable' } };
    expect(() => read(body)).toThrow();
  },
);

test('a documented status without an id is of an execution', () => {
  expect(read({ data: { status: 'workflow_running' } }).status).toBe('workflow_running');
});

test.each(['00000000-0000-0000-0000-000000000000', 'null', 0])(
  'events whose id is %j have none: each counts',
  (id) => {
    const events = ['A', 'B', 'C'].map((title) => ({ ...made.data.events[0], id, title }));
    expect(read({ ...made, data: { ...made.data, events } }).events).toHaveLength(3);
  },
);
