import { describe, expect, test } from 'vitest';
import { historyFile, parseHistoryFile } from '../../../../lib/core/history/file';
import { PERSON } from '../../../support/examples/example-history';

const ANA = { id: PERSON, name: 'Ana', connectionId: 'c-1', seenAtMs: 7 };

/** A file of ours with one more field, which another version may have. */
function withField(json: string, name = 'Ana') {
  const text = historyFile([{ ...ANA, name }], []).replace(/}\s*$/, `,"more":${json}}`);
  return parseHistoryFile(new TextEncoder().encode(text));
}
const lists = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const objects = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe('twenty levels are read, and no more', () => {
  test.each([
    ['lists', lists(19), true],
    ['lists', lists(20), false],
    ['objects', objects(19), true],
    ['objects', objects(20), false],
    ['what was closed is no level: lists', `[${Array(30).fill(lists(5)).join()}]`, true],
    ['what was closed is no level: objects', `[${Array(30).fill(objects(5)).join()}]`, true],
    ['after all that was closed', `[${Array(30).fill(lists(5)).join()},${lists(20)}]`, false],
  ])('%s', (_, json, isRead) => {
    const text = isRead ? undefined : 'historyFileNotOurs';
    expect(withField(json)).toMatchObject(isRead ? { ok: true, leftOut: 0 } : { ok: false, text });
  });
});

test.each(['"', '\\', '\\"', '"[', 'a"b"c"'])(
  'after a text with %j, levels are counted',
  (name) => {
    expect(withField(lists(19), name)).toMatchObject({ ok: true, persons: [{ name }] });
    expect(withField(lists(20), name)).toMatchObject({ ok: false });
  },
);
