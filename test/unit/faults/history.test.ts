import { beforeEach, describe, expect, test, vi } from 'vitest';
import { deleteAllHistory, importHistory } from '../../../entrypoints/background/change-history';
import { load } from '../../../entrypoints/history/read';
import { saveAbsences } from '../../../lib/browser/absences-storage';
import { openHistory } from '../../../lib/browser/history-db';
import { loadHistoryMark } from '../../../lib/browser/history-mark';
import { loadPersons } from '../../../lib/browser/history-storage';
import { failure } from '../../../lib/core/feeds/failure';
import { periodWith } from '../../../lib/core/history/period';
import { PERSON, session, told } from '../../support/examples/example-history';
import { BEGIN_MS } from '../../support/worker/clock';
import { shownBadge } from '../../support/worker/fake-browser';
import { storedDays } from '../../support/worker/history';
import { askAfter, rememberedEvening } from '../../support/worker/remembered-evening';

// Each call of the database fails in turn.

const MINUTE_MS = 60_000;
const ANA = { id: PERSON, name: 'Ana', connectionId: 'c', seenAtMs: 5 };
const FRIDAY = told('2026-03-13 12:00', [session('a', '2026-03-13 09:00', '2026-03-13 10:00')]);
const STORES = ['persons', 'days', 'sessions', 'absences'] as const;

beforeEach(async () => {
  vi.spyOn(console, 'error').mockReturnValue();
});

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** What is called of the database, and whose transaction that is. */
const HOLDERS = {
  database: { holder: IDBDatabase.prototype, txOf: (_: unknown, made: unknown) => made },
  store: {
    holder: IDBObjectStore.prototype,
    txOf: (store: unknown) => (store as IDBObjectStore).transaction,
  },
  index: {
    holder: IDBIndex.prototype,
    txOf: (index: unknown) => (index as IDBIndex).objectStore.transaction,
  },
};

interface Fault {
  of: keyof typeof HOLDERS;
  method: string;
  way: 'throws' | 'aborts';
}

function faultsOf(calls: [of: keyof typeof HOLDERS, method: string][]): Fault[] {
  return calls.flatMap(([of, method]) => [
    { of, method, way: 'throws' as const },
    { of, method, way: 'aborts' as const },
  ]);
}

/** That method of the database fails. @returns how often it did, and what heals it */
function breaks({ of, method, way }: Fault) {
  const { holder, txOf } = HOLDERS[of];
  // Prototypes are plain objects with functions in them.
  const methods = holder as unknown as Record<string, Method>;
  const real = methods[method] as Method;
  let times = 0;
  const spy = vi.spyOn(methods, method);
  spy.mockImplementation(function (this: unknown, ...args) {
    times += 1;
    if (way === 'throws') throw new DOMException('The disk is broken', 'UnknownError');
    const made = real.apply(this, args);
    (txOf(this, made) as IDBTransaction).abort();
    return made;
  });
  return { times: () => times, heal: () => spy.mockRestore() };
}

/** All that is kept. */
async function rows() {
  const db = await openHistory();
  return Promise.all(STORES.map((name) => db.getAll(name)));
}

/** A connected timer of which something is kept. @returns all that is kept */
async function evening() {
  await rememberedEvening();
  const [{ connectionId = '' } = {}] = await loadPersons();
  await saveAbsences(connectionId, [{ fromMs: BEGIN_MS - MINUTE_MS, toMs: BEGIN_MS }]);
  return rows();
}

const WRITING = faultsOf([
  ['database', 'transaction'],
  ['store', 'get'],
  ['store', 'getAll'],
  ['store', 'put'],
  ['store', 'delete'],
  ['store', 'clear'],
  ['index', 'getAllKeys'],
]);

describe.each(WRITING)('$of, $method $way', (broken) => {
  test('a round goes on, says so, and the next one writes all', async () => {
    const before = await evening();
    const fault = breaks(broken);
    await askAfter(6 * MINUTE_MS);
    const isHit = fault.times() > 0;
    fault.heal();
    expect((await loadHistoryMark())?.problem !== null).toBe(isHit);
    if (isHit) expect(await rows()).toEqual(before);
    expect((await shownBadge()).text).toBe('43m');
    await askAfter(6 * MINUTE_MS);
    expect((await loadHistoryMark())?.problem).toBeNull();
    const [friday] = await storedDays('2026-03-13', '2026-03-13');
    expect(friday).toMatchObject({ totalS: 38_140 + 12 * 60, isPartial: false });
  });

  test('an import says so and adds nothing', async () => {
    const before = await evening();
    const fault = breaks(broken);
    const refused = await importHistory({
      kind: 'import-history',
      persons: [ANA],
      records: FRIDAY,
    });
    const isHit = fault.times() > 0;
    fault.heal();
    expect(refused).toEqual(isHit ? failure('storage') : null);
    if (isHit) expect(await rows()).toEqual(before);
  });

  test('a deletion says so and deletes nothing', async () => {
    const before = await evening();
    const fault = breaks(broken);
    const refused = await deleteAllHistory();
    const isHit = fault.times() > 0;
    fault.heal();
    expect(refused).toEqual(isHit ? failure('storage') : null);
    expect(await rows()).toEqual(isHit ? before : [[], [], [], []]);
  });
});

// None that aborts: `idb` itself leaves that unheard where only something is read.
const READING = faultsOf([
  ['database', 'transaction'],
  ['store', 'getAll'],
  ['store', 'getAllKeys'],
  ['index', 'getAll'],
]).filter(({ way }) => way === 'throws');

test.each(READING)(
  '$of, $method $way: the history page is told, and can read again',
  async (broken) => {
    await evening();
    const read = () => load(periodWith('week', '2026-03-13', 7), ([person]) => person?.id ?? null);
    const before = await read();
    expect(before.records.days).toHaveLength(1);
    const fault = breaks(broken);
    await expect(read()).rejects.toThrow();
    expect(fault.times()).toBeGreaterThan(0);
    fault.heal();
    expect(await read()).toEqual(before);
  },
);
