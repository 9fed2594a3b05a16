import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../../../lib/api/api-error';
import { getWorkflow } from '../../../lib/api/b3os/workflow';
import { parseTimer } from '../../../lib/api/olie/answer';
import { messageOf } from '../../../lib/api/status';
import { getAgentRuns, getNesting } from '../../../lib/api/zaia/agent-runs';
import { parseCommand } from '../../../lib/core/messages/command';
import { detailReplySchema, testReplySchema } from '../../../lib/core/messages/reply';
import * as s from '../../../lib/core/schema';
import { parseBackup } from '../../../lib/core/settings/backup';
import { pastedParameter, readPastedRequest } from '../../../lib/core/settings/pasted-request';
import { parsePreferences } from '../../../lib/core/settings/preferences';
import { parseSettings } from '../../../lib/core/settings/settings';
import { parseState } from '../../../lib/core/state/state';
import { anyJson, broken, runs, seeded } from '../../support/examples/arbitrary';
import { computedMs } from '../../support/examples/computed-ms';
import {
  BACKUPS,
  BODIES,
  COMMANDS,
  PREFERENCES,
  REPLIES,
  SETTINGS,
  STATE,
} from '../../support/examples/documents';
import { ANSWERED_AT_MS } from '../../support/examples/example-timer';
import { LARGE_TEXTS, largeBodies } from '../../support/examples/large';

/** What the service "answers": the parsers of two services are reached only through their clients. */
const wire = vi.hoisted(() => ({ body: undefined as unknown }));
vi.mock('../../../lib/api/http', () => ({
  getJson: async () => ({
    body: wire.body,
    exchange: { sentMs: 0, receivedMs: 0, dateMs: null, ageS: 0 },
  }),
}));

beforeAll(() => {
  seeded();
  vi.stubGlobal('navigator', { language: 'pt-BR' });
});

const ADDRESS = 'https://x.test';
const WORKFLOW = { address: ADDRESS, executionId: 'e', clientToken: 't', apiKey: '' };
const RUNS = { address: ADDRESS, apiKey: 'k', responderIds: [], show: 100 };
/** A day after all runs: no second page is asked for. */
const LATER_MS = ANSWERED_AT_MS + 86_400_000;
const B3OS_PATH = /^(.*?)\/v1\/public\/executions\/([^/?#]*)/;

/** Every parser of what comes from outside, with documents that it accepts. */
const PARSERS: Record<string, { parse: (body: unknown) => unknown; right: unknown[] }> = {
  'an answer of Olie': {
    parse: (body) => parseTimer(body, ANSWERED_AT_MS, 'asked'),
    right: BODIES.olie,
  },
  'an answer of B3OS': { parse: () => getWorkflow(WORKFLOW), right: BODIES.b3os },
  'a list of Zaia': { parse: () => getAgentRuns(RUNS, LATER_MS), right: BODIES.zaia },
  'a nesting of Zaia': { parse: () => getNesting(RUNS, 'e'), right: BODIES.nesting },
  'what a service says for people': { parse: messageOf, right: BODIES.errors },
  'the stored state': { parse: parseState, right: STATE },
  'the stored settings': { parse: parseSettings, right: SETTINGS },
  'the stored preferences': { parse: parsePreferences, right: PREFERENCES },
  'a reply to a test': { parse: (body) => s.safeParse(testReplySchema, body), right: REPLIES },
  'a reply with a detail': {
    parse: (body) => s.safeParse(detailReplySchema, body),
    right: REPLIES,
  },
  'a command of a page': { parse: parseCommand, right: COMMANDS },
};
const names = Object.keys(PARSERS);
const parserOf = (name: string) => PARSERS[name] ?? { parse: () => undefined, right: [] };

/** True where it is a value or a known failure; any other error is thrown on. */
async function isKnown(parse: (body: unknown) => unknown, body: unknown): Promise<boolean> {
  wire.body = body;
  try {
    await parse(body);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
  return true;
}

describe('any JSON is a value or a known failure', () => {
  test.each(names)('%s', async (name) => {
    const { parse, right } = parserOf(name);
    const bodies = fc.oneof(anyJson, ...right.map(broken));
    await fc.assert(
      fc.asyncProperty(bodies, (body) => isKnown(parse, body)),
      { numRuns: runs(500) },
    );
  });

  test('any text that is pasted, also where it nearly is a request', () => {
    const parts = fc.constantFrom(
      ...['curl ', "-H 'authorization: bearer ", "'", '"', '^"', '\\\n', '%', '%7B', '{', '}', ' '],
      ...['https://a.test', '/api/management', '/project-executions/', '/v1/public/executions/'],
      ...['?token=', '&', '--data-urlencode ', "token='", '[::1', ':99999', '\u202e'],
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(parts).map((some) => some.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        readPastedRequest(text);
        readPastedRequest(text, B3OS_PATH);
        pastedParameter(text, B3OS_PATH, 'token');
      }),
    );
  });
});

const LIMIT_MS = 50;

/** The best of some: what a busy machine does meanwhile is not the parser's time. */
async function leastMs(run: () => unknown, enoughMs = LIMIT_MS): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 10 && least > enoughMs; time += 1) {
    await pause(time);
    const before = computedMs();
    await run();
    least = Math.min(least, computedMs() - before);
  }
  return least;
}

describe('1 MB takes 50 ms at most', () => {
  test.each(names)('%s', { timeout: 60_000 }, async (name) => {
    const { parse, right } = parserOf(name);
    for (const { what, json } of largeBodies(right.slice(0, 1))) {
      const body: unknown = JSON.parse(json);
      expect(await leastMs(() => isKnown(parse, body)), what).toBeLessThanOrEqual(LIMIT_MS);
    }
  });

  test('a file of settings', { timeout: 60_000 }, async () => {
    for (const { what, json } of largeBodies(BACKUPS)) {
      const bytes = new TextEncoder().encode(json);
      const asJsonMs = await leastMs(() => JSON.parse(new TextDecoder().decode(bytes)));
      const allMs = await leastMs(() => parseBackup(bytes), LIMIT_MS + asJsonMs);
      expect(allMs - asJsonMs, what).toBeLessThanOrEqual(LIMIT_MS);
    }
  });

  test.each(LARGE_TEXTS)('pasted: $what', async ({ text }) => {
    expect(await leastMs(() => readPastedRequest(text))).toBeLessThanOrEqual(LIMIT_MS);
    expect(await leastMs(() => readPastedRequest(text, B3OS_PATH))).toBeLessThanOrEqual(LIMIT_MS);
    expect(await leastMs(() => pastedParameter(text, B3OS_PATH, 'token'))).toBeLessThanOrEqual(
      LIMIT_MS,
    );
  });
});
