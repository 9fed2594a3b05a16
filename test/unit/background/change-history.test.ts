import { deleteDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { runCommand } from '../../../entrypoints/background/commands';
import { remembered } from '../../../entrypoints/background/remember';
import { openHistory } from '../../../lib/browser/history-db';
import { loadHistoryMark, watchHistory } from '../../../lib/browser/history-mark';
import { countHistory, loadAllRecords, loadPersons } from '../../../lib/browser/history-storage';
import { loadRemembered, saveRemembered } from '../../../lib/browser/reminders-storage';
import { historyFile, parseHistoryFile } from '../../../lib/core/history/file';
import { mergedRecords } from '../../../lib/core/history/merge';
import type { Records } from '../../../lib/core/history/records';
import { parseCommand } from '../../../lib/core/messages/command';
import { NO_LEDGER } from '../../../lib/core/reminders/ledger';
import { localMs, PERSON, session, told } from '../../support/examples/example-history';
import { backFrom } from '../../support/examples/reminder-facts';
import type { Service } from '../../support/stand-ins/stand-ins';
import { world } from '../../support/worker/world';

const ANA = { id: PERSON, name: 'Ana', connectionId: 'c-1', seenAtMs: 7 };
const FRIDAY = told('2026-03-13 23:50', [session('a', '2026-03-13 09:00', '2026-03-13 12:00')]);
const SATURDAY = told('2026-03-14 23:55', [session('n', '2026-03-13 22:00', '2026-03-14 01:30')]);
const BOTH = mergedRecords(FRIDAY, SATURDAY);
const refusal = { failure: { kind: 'storage', message: null, retryAfterS: null } };

/** As a page sends it. */
async function run(command: unknown) {
  const parsed = parseCommand(command);
  if (parsed === null) throw new Error('No command');
  return runCommand(parsed);
}
const imports = (records: Records) => run({ kind: 'import-history', persons: [ANA], records });
const deletes = () => run({ kind: 'delete-history' });

/** The fake browser does not wait until the history of the test before is deleted. */
async function emptyWorld(services: Service[] = []) {
  const made = await world({ services });
  await deleteDB('history');
  return made;
}

/** The browser does not tell the mark, which every write asks for first, until the returned function is called. */
function holdMark(): () => void {
  const { session } = fakeBrowser.storage;
  const get = session.get.bind(session);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  vi.spyOn(session, 'get').mockImplementation(async (keys?: unknown) => {
    if (keys === 'history') await held;
    return get(keys as string);
  });
  return release;
}

beforeEach(async () => {
  await emptyWorld();
});

describe('importing', () => {
  test('brings a file from one browser to another', async () => {
    await imports(BOTH);
    const text = historyFile(await loadPersons(), [await loadAllRecords(PERSON)]);
    await deletes();
    const file = parseHistoryFile(new TextEncoder().encode(text));
    if (!file.ok) throw new Error(file.text);
    const { persons, records } = file;
    expect(await run({ kind: 'import-history', persons, records })).toEqual({ done: true });
    expect(await loadPersons()).toEqual([ANA]);
    expect(await loadAllRecords(PERSON)).toEqual(BOTH);
  });

  test.each([
    ['twice', BOTH],
    ['into a browser that has a part of it', FRIDAY],
    ['into a browser that has the other part', SATURDAY],
  ])('%s gives the same history', async (_, known) => {
    await imports(known);
    await imports(BOTH);
    expect(await loadAllRecords(PERSON)).toEqual(BOTH);
  });

  test("leaves a person to the connection that told of them, and takes a newer file's name", async () => {
    await imports(FRIDAY);
    const other = { ...ANA, name: 'Ana Maria', connectionId: 'c-2', seenAtMs: 8 };
    await run({ kind: 'import-history', persons: [other], records: SATURDAY });
    expect(await loadPersons()).toEqual([{ ...other, connectionId: 'c-1' }]);
  });

  test("keeps a person's newer name, whatever an older file says", async () => {
    await imports(FRIDAY);
    const older = { ...ANA, name: 'Ana before', seenAtMs: ANA.seenAtMs - 1 };
    await run({ kind: 'import-history', persons: [older], records: SATURDAY });
    expect(await loadPersons()).toEqual([ANA]);
  });

  test('tells the pages that have the history open', async () => {
    const heard = vi.fn();
    watchHistory(heard);
    await imports(FRIDAY);
    await expect.poll(() => heard.mock.calls).toMatchObject([[{ problem: null }]]);
  });
});

describe('deleting', () => {
  test('leaves nothing, and tells the pages', async () => {
    await imports(BOTH);
    const heard = vi.fn();
    watchHistory(heard);
    expect(await deletes()).toEqual({ done: true });
    expect(await countHistory()).toEqual({ days: 0, sessions: 0 });
    expect(await loadPersons()).toEqual([]);
    await expect.poll(() => heard.mock.calls).toMatchObject([[{ problem: null }]]);
  });

  test('leaves no absence that the history would take again', async () => {
    const presence = backFrom('2026-03-13 11:00', '2026-03-13 12:00');
    await saveRemembered({ ledger: NO_LEDGER, presence });
    await deletes();
    expect((await loadRemembered()).presence).toEqual({
      ...presence,
      seenFromMs: localMs('2026-03-13 12:00'),
      absences: [],
    });
  });

  test('waits for a write that is under way, and what comes after it is kept', async () => {
    const { olie } = await emptyWorld(['olie']);
    const release = holdMark();
    await run({ kind: 'refresh', asker: 'user' });
    const deleting = deletes();
    // A deletion that did not wait would be over by now.
    for (let turn = 0; turn < 10; turn += 1) await countHistory();
    release();
    expect(await deleting).toEqual({ done: true });
    await remembered();
    expect(await countHistory()).toEqual({ days: 0, sessions: 0 });
    vi.setSystemTime(Date.now() + 60_000);
    await run({ kind: 'refresh', asker: 'user' });
    await remembered();
    expect(olie.requests).toHaveLength(2);
    expect(await countHistory()).toMatchObject({ days: 1 });
  });

  test.each([
    ['', false],
    [', also if the browser is started again', true],
  ])('of what was last told on the day before, nothing comes back%s', async (_, isRestarted) => {
    const { olie } = await emptyWorld(['olie']);
    await run({ kind: 'refresh', asker: 'user' });
    await remembered();
    vi.setSystemTime(Date.parse('2026-03-14T12:00:00Z'));
    await deletes();
    if (isRestarted) await fakeBrowser.storage.session.clear();
    olie.startDay(Date.parse('2026-03-14T03:00:00Z'));
    await run({ kind: 'refresh', asker: 'user' });
    await remembered();
    const [person] = await loadPersons();
    const { days } = await loadAllRecords(person?.id ?? '');
    expect(days.map(({ date }) => date)).toEqual(['2026-03-14']);
  });

  test('takes along what a version without a history kept', async () => {
    await fakeBrowser.storage.local.set({ earlier: { connectionId: 'olie', days: [] } });
    await deletes();
    expect(await fakeBrowser.storage.local.get('earlier')).toEqual({});
  });
});

describe('where the browser refuses', () => {
  test.each([
    ['an import', () => imports(FRIDAY)],
    ['a deletion', deletes],
  ])('%s says so, and tells no page', async (_, act) => {
    await imports(SATURDAY);
    const before = await loadHistoryMark();
    const reported = vi.spyOn(console, 'error').mockReturnValue();
    const db = await openHistory();
    const full = new DOMException('Full', 'QuotaExceededError');
    vi.spyOn(db, 'transaction').mockImplementation(() => {
      throw full;
    });
    expect(await act()).toEqual(refusal);
    expect(reported).toHaveBeenCalledWith('The history could not be changed', full);
    vi.restoreAllMocks();
    expect(await loadAllRecords(PERSON)).toEqual(SATURDAY);
    expect(await loadHistoryMark()).toEqual(before);
  });

  test('to keep the mark, it is done all the same', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('No'));
    expect(await imports(FRIDAY)).toEqual({ done: true });
    expect(await loadAllRecords(PERSON)).toEqual(FRIDAY);
  });
});
