import { expect, test } from 'vitest';
import { withSaved } from '../../../../lib/core/settings/same-connection';
import type { Connection, Settings } from '../../../../lib/core/settings/settings';

const olie = (id: string, token = 'k'): Connection => ({
  ...{ id, kind: 'olie', address: 'https://olie.test', token, executionId: '7' },
});
const workflow = (id: string, executionId: string): Connection => ({
  ...{ id, kind: 'b3os', address: 'https://b3os.test', label: '', executionId, token: 'ct' },
  apiKey: '',
});
const of = (...connections: Connection[]): Settings => ({ version: 3, connections });

test.each([
  ['the first one is added', of(), olie('a'), null, of(olie('a'))],
  ['Olie, saved twice, is there once', of(olie('a')), olie('b', 'k2'), null, of(olie('b', 'k2'))],
  [
    'another workflow is added',
    of(workflow('a', '1')),
    workflow('b', '2'),
    null,
    of(workflow('a', '1'), workflow('b', '2')),
  ],
  [
    'the one that was edited is replaced in its place',
    of(workflow('a', '1'), workflow('b', '2'), olie('c')),
    workflow('d', '3'),
    'b',
    of(workflow('a', '1'), workflow('d', '3'), olie('c')),
  ],
  [
    'one that another save has replaced meanwhile is found by what it watches',
    of(olie('c'), workflow('b', '2'), workflow('a', '1')),
    workflow('d', '2'),
    'gone',
    of(olie('c'), workflow('d', '2'), workflow('a', '1')),
  ],
  [
    'one that was edited into another is there once',
    of(workflow('a', '1'), workflow('b', '2'), workflow('c', '3')),
    workflow('d', '1'),
    'b',
    of(workflow('d', '1'), workflow('c', '3')),
  ],
])('%s', (_, before, saved, replacedId, after) => {
  expect(withSaved(before, saved, replacedId)).toEqual(after);
});
