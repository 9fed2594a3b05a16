import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readAddress, readExecutionId } from '../../../../lib/core/feeds/field-readers';
import { OLIE_OWN_PATH } from '../../../../lib/core/olie/olie';
import { backedUp, parseBackup, writeBackup } from '../../../../lib/core/settings/backup';
import { awaitingWith, planImport, withImported } from '../../../../lib/core/settings/import-plan';
import {
  BADGE_SHOWS,
  REFRESH_INTERVALS_S,
  WHEN_IDLE,
} from '../../../../lib/core/settings/preferences';
import { NO_SETTINGS, type Settings } from '../../../../lib/core/settings/settings';
import { RUNS_SHOWN } from '../../../../lib/core/zaia/zaia';
import { runs, seeded } from '../../../support/examples/arbitrary';
import { textsOf } from '../../../support/examples/texts';

beforeAll(() => {
  seeded();
});

/** Whatever is typed into a field, as its reader has it; what it refuses is never saved. */
const accepted = (text: fc.Arbitrary<string>, read: typeof readExecutionId) =>
  text
    .map(read)
    .filter((field) => field.ok)
    .map(({ value }) => value);
const addresses = accepted(
  fc.oneof(
    fc.webUrl(),
    fc.webUrl().map((url) => `${url}/api/api/management//`),
  ),
  (text) => readAddress(text, OLIE_OWN_PATH),
);
const executionIds = accepted(
  fc.oneof(fc.uuid(), fc.string({ unit: 'grapheme' })),
  readExecutionId,
);
/** Recognizable wherever it stands. */
const secrets = fc.stringMatching(/^[\w.~+/-]{0,40}$/).map((text) => `SECRET${text}`);

const common = { id: fc.uuid(), address: addresses, token: secrets };
const olies = fc.record({
  ...common,
  kind: fc.constant('olie' as const),
  executionId: executionIds,
});
const workflows = fc.record({
  ...common,
  kind: fc.constant('b3os' as const),
  label: fc.string({ unit: 'binary' }),
  executionId: executionIds,
  apiKey: fc.oneof(fc.constant(''), secrets),
});
const agentRuns = fc.record({
  ...common,
  kind: fc.constant('zaia' as const),
  responderIds: fc.array(fc.uuid(), { maxLength: 5 }),
  show: fc.constantFrom(...RUNS_SHOWN),
});
const settings = fc
  .tuple(
    fc.option(olies, { nil: undefined }),
    fc.uniqueArray(workflows, {
      maxLength: 50,
      selector: ({ address, executionId }) => `${address} ${executionId}`,
    }),
    fc.option(agentRuns, { nil: undefined }),
  )
  .map(([olie, watched, runs]): Settings => {
    const connections = [olie, ...watched, runs].filter((row) => row !== undefined);
    return { version: 3, connections };
  });
const preferences = fc.record({
  refreshEveryS: fc.constantFrom(...REFRESH_INTERVALS_S),
  badgeShows: fc.constantFrom(...BADGE_SHOWS),
  whenIdle: fc.constantFrom(...WHEN_IDLE),
});

const parse = (text: string) => parseBackup(new TextEncoder().encode(text));

test('what is exported is read back as it was, without secrets, and brings back every connection', () => {
  fc.assert(
    fc.property(settings, preferences, (stored, preferred) => {
      const text = writeBackup(stored, [], preferred);
      expect(text).not.toContain('SECRET');
      const rows = stored.connections.map(backedUp);
      const backup = { connections: rows, preferences: preferred };
      expect(parse(text)).toEqual({ ok: true, backup });
      // Where everything is still connected, nothing changes; on a new machine, everything waits for its token.
      expect(withImported(stored, rows, () => 'new')).toEqual(stored);
      expect(awaitingWith([], rows, stored)).toEqual([]);
      expect(awaitingWith([], rows, NO_SETTINGS)).toEqual(rows);
      expect(planImport(backup, NO_SETTINGS, [], preferred)).toMatchObject({ ok: true });
    }),
  );
});

/** Nearly a file of ours: any JSON in place of any part of it. */
const nearly = fc
  .record({
    program: fc.oneof({ weight: 5, arbitrary: fc.constant('olie-timer') }, fc.jsonValue()),
    version: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(1, 2) }, fc.jsonValue()),
    connections: fc.oneof(
      fc.array(
        fc.oneof(
          fc.jsonValue(),
          fc.record({
            kind: fc.constantFrom('olie', 'b3os', 'zaia', 'workflow', 'agent-runs', '__proto__'),
            address: fc.oneof(addresses, fc.jsonValue()),
            executionId: fc.oneof(executionIds, fc.jsonValue()),
            label: fc.oneof(fc.string(), fc.jsonValue()),
            responderIds: fc.jsonValue(),
            show: fc.jsonValue(),
          }),
        ),
        { maxLength: 4 },
      ),
      fc.jsonValue(),
    ),
    preferences: fc.oneof(fc.constant({}), fc.jsonValue()),
  })
  .map((file) => JSON.stringify(file));

test('any bytes, any JSON and anything near a file of ours are read, or refused with a reason', () => {
  const t = textsOf('en');
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.oneof(fc.json(), nearly).map((text) => new TextEncoder().encode(text)),
  );
  fc.assert(
    fc.property(bytes, (file) => {
      const parsed = parseBackup(file);
      if (parsed.ok) {
        const { connections } = parsed.backup;
        expect(awaitingWith([], connections, NO_SETTINGS)).toEqual(connections);
      } else {
        expect(t(parsed.text, parsed.part)).toContain('Refused');
        if (parsed.reason !== null) expect(t(parsed.reason)).not.toBe('');
      }
    }),
    { numRuns: runs(500) },
  );
});

test('10 000 levels of nesting are refused, not a stack overflow', () => {
  expect(parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)).toMatchObject({
    text: 'backupNotOurs',
  });
});
