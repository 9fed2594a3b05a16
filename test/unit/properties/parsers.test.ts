import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../../../lib/api/api-error';
import { parseWorkflow } from '../../../lib/api/b3os/answer';
import { readMessage } from '../../../lib/api/message';
import { parseTimer } from '../../../lib/api/olie/answer';
import { parseRuns } from '../../../lib/api/zaia/answer';
import { parseNesting } from '../../../lib/api/zaia/nesting';
import { B3OS_PATH } from '../../../lib/core/b3os/b3os';
import { parseCommand } from '../../../lib/core/messages/command';
import { detailReplySchema, doneSchema, testReplySchema } from '../../../lib/core/messages/reply';
import { OLIE_PATH } from '../../../lib/core/olie/olie';
import { parseEarlierDays } from '../../../lib/core/olie/sessions';
import { parseLedger } from '../../../lib/core/reminders/ledger';
import { parsePresence } from '../../../lib/core/reminders/presence';
import { parseBackup } from '../../../lib/core/settings/backup';
import { pastedParameter, readPastedRequest } from '../../../lib/core/settings/pasted-request';
import { parsePreferences } from '../../../lib/core/settings/preferences';
import { parseSettings } from '../../../lib/core/settings/settings';
import { parseSchedules, parseState } from '../../../lib/core/state/state';
import * as z from '../../../lib/core/zod';
import { anyJson, broken, runs, seeded } from '../../support/examples/arbitrary';
import { computedMs } from '../../support/examples/computed-ms';
import {
  BACKUPS,
  BODIES,
  COMMANDS,
  EARLIER,
  LEDGERS,
  OLD_SETTINGS,
  PREFERENCES,
  PRESENCES,
  REPLIES,
  SCHEDULES,
  SETTINGS,
  STATE,
  STATE_OF_0_1_0,
} from '../../support/examples/documents';
import { ANSWERED_AT_MS } from '../../support/examples/example-timer';
import { LARGE_TEXTS, largeBodies, largeFiles } from '../../support/examples/large';

beforeAll(() => {
  seeded();
  vi.stubGlobal('navigator', { language: 'pt-BR' });
});

/** Every parser of outside data, with documents that it accepts. */
const PARSERS: Record<string, { parse: (body: unknown) => unknown; right: unknown[] }> = {
  'an answer of Olie': {
    parse: (body) => parseTimer(body, ANSWERED_AT_MS, 'asked'),
    right: BODIES.olie,
  },
  'an answer of B3OS': { parse: parseWorkflow, right: BODIES.b3os },
  'a list of Zaia': { parse: parseRuns, right: BODIES.zaia },
  'a nesting of Zaia': {
    parse: parseNesting,
    // Children first: only the first twelve fields are filled with large lists.
    right: BODIES.nesting.map(({ children, ...run }) => ({ children, ...run })),
  },
  'the message of a service': { parse: readMessage, right: BODIES.errors },
  'the stored state': { parse: parseState, right: STATE },
  'the stored state of 0.1.0': { parse: parseState, right: STATE_OF_0_1_0 },
  'the stored schedules': { parse: parseSchedules, right: SCHEDULES },
  'the stored earlier days': { parse: (body) => parseEarlierDays(body, 'a'), right: EARLIER },
  'the stored settings': { parse: parseSettings, right: SETTINGS },
  'the stored settings of 0.1.0': { parse: parseSettings, right: OLD_SETTINGS },
  'the stored preferences': { parse: parsePreferences, right: PREFERENCES },
  'what was told': { parse: parseLedger, right: LEDGERS },
  'who is at the computer': { parse: parsePresence, right: PRESENCES },
  'a reply that it is done': { parse: (body) => z.safeParse(doneSchema, body), right: REPLIES },
  'a reply to a test': { parse: (body) => z.safeParse(testReplySchema, body), right: REPLIES },
  'a reply with a detail': {
    parse: (body) => z.safeParse(detailReplySchema, body),
    right: REPLIES,
  },
  'a command of a page': { parse: parseCommand, right: COMMANDS },
};
const names = Object.keys(PARSERS);
const parserOf = (name: string) => PARSERS[name] ?? { parse: () => undefined, right: [] };

/** True for a value or a known failure. Throws any other error. */
function isKnown(parse: (body: unknown) => unknown, body: unknown): boolean {
  try {
    parse(body);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
  return true;
}

describe('any JSON is a value or a known failure', () => {
  test.each(names)('%s', (name) => {
    const { parse, right } = parserOf(name);
    const bodies = fc.oneof(anyJson, ...right.map(broken));
    fc.assert(
      fc.property(bodies, (body) => isKnown(parse, body)),
      { numRuns: runs(500) },
    );
  });

  test('any pasted text, also if it almost is a request', () => {
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
        readPastedRequest(text, OLIE_PATH);
        readPastedRequest(text, B3OS_PATH);
        pastedParameter(text, B3OS_PATH, 'token');
      }),
    );
  });
});

const LIMIT_MS = 150;

/** The shortest of so many at most: a busy machine makes the others longer. */
async function leastMs(run: () => unknown, enoughMs = LIMIT_MS, most = 30): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < most; time += 1) {
    await pause(time);
    const before = computedMs();
    run();
    least = Math.min(least, computedMs() - before);
    if (least <= enoughMs) break;
  }
  return least;
}

/** Makes an object with as many keys as 1 MB has. */
const makeKeys = () =>
  Object.fromEntries(Array.from({ length: 75_000 }, (_, i) => [`key ${i}`, i]));
/** The least that this took on a slow machine with nothing else to do. */
const KEYS_MS = 70;

/** As `leastMs`. If the machine's memory is slower now than that, the time is less by as much. */
async function usualMs(run: () => unknown): Promise<number> {
  const ms = await leastMs(run);
  if (ms <= LIMIT_MS) return ms;
  return ms / Math.max(1, (await leastMs(makeKeys, KEYS_MS)) / KEYS_MS);
}

describe('1 MB takes 150 ms at most', () => {
  test.each(names)('%s', { timeout: 60_000 }, async (name) => {
    const { parse, right } = parserOf(name);
    for (const { what, body } of largeBodies(right.slice(0, 1))) {
      expect(await usualMs(() => isKnown(parse, body)), what).toBeLessThanOrEqual(LIMIT_MS);
    }
  });

  test('a file of settings', { timeout: 60_000 }, async () => {
    for (const { what, json } of largeFiles(BACKUPS.slice(0, 1))) {
      const bytes = new TextEncoder().encode(json);
      const onceMs = await leastMs(() => parseBackup(bytes), Number.POSITIVE_INFINITY);
      if (onceMs <= LIMIT_MS) continue;
      // Reading JSON is the engine's work.
      const asJsonMs = await leastMs(
        () => JSON.parse(new TextDecoder().decode(bytes)),
        LIMIT_MS,
        10,
      );
      const allMs = await leastMs(() => parseBackup(bytes), LIMIT_MS + asJsonMs);
      expect(allMs - asJsonMs, what).toBeLessThanOrEqual(LIMIT_MS);
    }
  });

  test.each(LARGE_TEXTS)('pasted: $what', async ({ text }) => {
    expect(await usualMs(() => readPastedRequest(text, OLIE_PATH))).toBeLessThanOrEqual(LIMIT_MS);
    expect(await usualMs(() => readPastedRequest(text, B3OS_PATH))).toBeLessThanOrEqual(LIMIT_MS);
    expect(await usualMs(() => pastedParameter(text, B3OS_PATH, 'token'))).toBeLessThanOrEqual(
      LIMIT_MS,
    );
  });
});
