/** Documents that each parser accepts. Property tests break them. */
import { parseTimer } from '../../../lib/api/olie/answer.ts';
import { NO_STATE } from '../../../lib/core/state/state.ts';
import stored010 from '../../fixtures/0.1.0/stored.json' with { type: 'json' };
import documented from '../../fixtures/b3os-public-execution.documented.json' with { type: 'json' };
import made from '../../fixtures/b3os-public-execution.made.json' with { type: 'json' };
import olie from '../../fixtures/olie-project-execution.json' with { type: 'json' };
import runs from '../../fixtures/zaia-executions.made.json' with { type: 'json' };
import nesting from '../../fixtures/zaia-nestings.made.json' with { type: 'json' };
import { answeredSchedule, olieFeed, runsFeed, workflow, workflowFeed } from './example-feed.ts';
import { ANSWERED_AT_MS, exampleTimer } from './example-timer.ts';

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

const event = {
  ...{ id: '1', atMs: ANSWERED_AT_MS, level: 'warn', title: 'T', message: 'M' },
  ...{ eventType: 'E', nodeId: 'N', runId: 'R' },
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
      runsFeed({ address: 'https://z.test' }),
    ],
  },
];
const { state: state010 } = stored010.local;
const [timer010] = state010.feeds;
/** As version 0.1.0 stored it. First with nothing but the timer and a day: large documents are made of each field. */
export const STATE_OF_0_1_0 = [
  {
    ...state010,
    feeds: [
      { ...timer010, data: { ...timer010?.data, earlier: timer010?.data.earlier?.slice(0, 1) } },
    ],
  },
  state010,
];
export const SCHEDULES = [{ a: answeredSchedule() }];
export const EARLIER = [
  { connectionId: 'a', days: [{ startMs: 0, answeredAtMs: 0, sessions: exampleTimer().recent }] },
];

export const SETTINGS = [{ version: 3, connections }];
/** As version 0.1.0 stored them, and those before. */
export const OLD_SETTINGS = [stored010.local.settings, { version: 1, olie: connections[0] }];

export const PREFERENCES = [
  {
    ...{ refreshEveryS: 60, badgeShows: 'elapsed', whenIdle: 'nothing' },
    reminders: { isOn: true, workDays: [1, 2], workFromMin: 540, rules: { away: 15, goal: 'on' } },
  },
];

/** What reminders keep. */
export const LEDGERS = [
  {
    told: [{ rule: 'away', occurrence: 'exe 7', toldAtMs: 7, isShown: true }],
    open: [{ key: 'run r', sinceMs: 7 }],
    mutedUntilMs: 8,
  },
];
export const PRESENCES = [
  {
    ...{
      awayFromMs: 9,
      leftAtMs: null,
      sleptAtMs: null,
      isLocked: true,
      isSetBack: false,
      seenFromMs: 7,
    },
    absences: [{ fromMs: 7, toMs: 8, leftAtMs: 7, returnedAtMs: null, sleptAtMs: null }],
  },
];

export const COMMANDS = [
  { kind: 'refresh', asker: 'user' },
  { kind: 'test', connection: connections[0] },
  { kind: 'detail', connectionId: 'a', what: 'nesting', argument: 'x' },
  { kind: 'connect', connection: connections[1], replacedId: 'b' },
  { kind: 'disconnect', ids: ['a', 'b'] },
  { kind: 'import', rows: [{ kind: 'olie', address: 'https://o.test', executionId: 'x' }] },
  { kind: 'forget-set-aside' },
];

/** One reply that fits every command that has a reply. */
export const REPLIES = [
  {
    failure: { kind: 'too-many-requests', message: 'Wait', retryAfterS: 60 },
    summary: 'Test User',
    data: { nodes: [], notShown: 0 },
    done: true,
  },
];

/** Files of settings: as this version writes them, and as 0.1.0 did. */
export const BACKUPS = [
  backup(2, ['olie', 'b3os', 'zaia']),
  backup(1, ['olie', 'workflow', 'agent-runs']),
];

function backup(version: number, [olieKind, b3osKind, zaiaKind]: [string, string, string]) {
  const responderIds = ['5f0e3a44-6a0b-4f43-8e27-7a1f0f6f3b10'];
  return {
    program: 'olie-timer',
    version,
    connections: [
      { kind: olieKind, address: 'https://o.test', executionId: 'x' },
      { kind: b3osKind, address: 'https://b.test', executionId: 'e', label: 'Order' },
      { kind: zaiaKind, address: 'https://z.test', responderIds, show: 10 },
    ],
    preferences: PREFERENCES[0],
  };
}
