/** Documents that each parser accepts. Property tests break them. */
import { parseTimer } from '../../../lib/api/olie/answer.ts';
import { NO_STATE } from '../../../lib/core/state/state.ts';
import documented from '../../fixtures/b3os-public-execution.documented.json' with { type: 'json' };
import made from '../../fixtures/b3os-public-execution.made.json' with { type: 'json' };
import olie from '../../fixtures/olie-project-execution.json' with { type: 'json' };
import runs from '../../fixtures/zaia-executions.made.json' with { type: 'json' };
import nesting from '../../fixtures/zaia-nestings.made.json' with { type: 'json' };
import { olieFeed, workflow, workflowFeed } from './example-feed.ts';
import { ANSWERED_AT_MS } from './example-timer.ts';

export const BODIES = {
  olie: [olie],
  b3os: [made, documented, { success: true, data: made.data }],
  zaia: [runs, { data: runs }, { items: runs }, { executions: runs }],
  nesting: [nesting, { ...nesting, children: [], nestings: nesting.children }],
  errors: [
    { message: 'No', errors: { field: ['No'] } },
    { message: 'No', feedback: { enUs: 'No', esEs: 'No', ptBr: 'Não' } },
  ],
};

const connections = [
  { id: 'a', kind: 'olie', address: 'https://o.test', token: 't', executionId: 'x' },
  {
    ...{ id: 'b', kind: 'b3os', address: 'https://b.test', label: 'Order' },
    ...{ executionId: 'e', token: 't', apiKey: '' },
  },
  {
    ...{ id: 'c', kind: 'zaia', address: 'https://z.test', token: 't' },
    ...{ responderIds: ['r'], show: 10 },
  },
];

const event = { id: '1', atMs: ANSWERED_AT_MS, level: 'warn', title: 'T', message: 'M' };
const run = {
  ...{ id: 'r', startedAtMs: ANSWERED_AT_MS, endedAtMs: null, status: 'running' },
  ...{ credits: 1.5, isAgentic: true, isPurged: false },
};

export const STATE = [
  {
    version: NO_STATE.version,
    settingsUnreadable: false,
    feeds: [
      olieFeed({ data: parseTimer(olie, ANSWERED_AT_MS, 'asked') }),
      workflowFeed({
        label: 'Order',
        failure: { kind: 'too-many-requests', message: 'Wait', retryAfterS: 60 },
        data: workflow('workflow_running', {
          ...{ events: [event], metadata: [{ name: 'n', value: 'v' }] },
          ...{ createdAtMs: ANSWERED_AT_MS, startedAtMs: ANSWERED_AT_MS },
        }),
      }),
      workflowFeed({
        ...{ connectionId: 'z', kind: 'zaia', address: 'https://z.test' },
        data: { runs: [run], creditsToday: 2.5, isAtLeast: true },
      }),
    ],
  },
];

export const SETTINGS = [
  { version: 2, connections },
  { version: 1, olie: connections[0] },
];

export const PREFERENCES = [{ refreshEveryS: 60, badgeShows: 'elapsed', whenIdle: 'nothing' }];

export const COMMANDS = [
  { kind: 'refresh', asker: 'user' },
  { kind: 'test', connection: connections[0] },
  { kind: 'detail', connectionId: 'a', what: 'nesting', argument: 'x' },
];

/** One reply that fits every command that has a reply. */
export const REPLIES = [
  {
    failure: { kind: 'too-many-requests', message: 'Wait', retryAfterS: 60 },
    summary: 'Test User',
    data: { nodes: [], notShown: 0 },
  },
];

/** Files of settings. */
export const BACKUPS = [
  {
    program: 'olie-timer',
    version: 1,
    connections: [{ kind: 'zaia', address: 'https://zaia.test', responderIds: ['9000'], show: 10 }],
    preferences: PREFERENCES[0],
  },
];
