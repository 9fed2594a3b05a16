import { describe, expect, test } from 'vitest';
import { parseWorkflow } from '../../../../lib/api/b3os/answer';
import made from '../../../fixtures/b3os-public-execution.made.json' with { type: 'json' };

/** As it comes over the wire: a field that is undefined is missing. */
const read = (body: unknown) => parseWorkflow(JSON.parse(JSON.stringify(body)));

test('metadata is the first 50 names with their values; what is no text comes as JSON', () => {
  const values = { text: 'a "b"', number: 4.5, yes: true, none: null, list: [1, { a: 'b' }] };
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`more${index}`, '']));
  const body = { data: { ...made.data, clientSafeMetadata: { ...values, ...many } } };
  const { metadata } = read(body);
  expect(metadata).toHaveLength(50);
  expect(metadata.slice(0, 5)).toEqual([
    { name: 'text', value: 'a "b"' },
    { name: 'number', value: '4.5' },
    { name: 'yes', value: 'true' },
    { name: 'none', value: 'null' },
    { name: 'list', value: '[1,{"a":"b"}]' },
  ]);
});

test('metadata too deep for JSON.stringify comes as …, and costs nothing else', () => {
  const deep = `{"data":{"id":"exe_1","clientSafeMetadata":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)},"b":1}}}`;
  const { metadata } = parseWorkflow(JSON.parse(deep));
  expect(metadata).toEqual([
    { name: 'a', value: '…' },
    { name: 'b', value: '1' },
  ]);
});

test.each([
  [100, `${'['.repeat(100)}${']'.repeat(100)}`],
  [101, '…'],
])('of a value with %d lists inside each other comes: %s', (length, value) => {
  const a = JSON.parse(`${'['.repeat(length)}${']'.repeat(length)}`);
  const { metadata } = read({ data: { ...made.data, clientSafeMetadata: { a } } });
  expect(metadata).toEqual([{ name: 'a', value }]);
});

describe('metadata may come', () => {
  const read50 = (clientSafeMetadata: unknown) =>
    read({ data: { ...made.data, clientSafeMetadata } }).metadata;
  const customer = [{ name: 'customer', value: 'Ana' }];

  test.each([
    ['as JSON in a text', '{"customer":"Ana"}', customer],
    [
      'as a list',
      ['Ana', { sku: 7 }],
      [
        { name: '0', value: 'Ana' },
        { name: '1', value: '{"sku":7}' },
      ],
    ],
    ['as a list in a text', '["Ana"]', [{ name: '0', value: 'Ana' }]],
    ['as an empty list, as PHP sends an empty object', [], []],
    ['as another text', 'Ana', []],
    ['as half of a JSON text', '{"customer":"A', []],
    ['as a number in a text', '7', []],
    ['as null in a text', 'null', []],
  ])('%s', (_, sent, found) => {
    expect(read50(sent)).toEqual(found);
  });

  test('with names and values of any length: 2,000 characters are kept', () => {
    const long = '<'.repeat(300_000);
    const short = '<'.repeat(2_000);
    expect(read50({ [long]: long })).toEqual([{ name: short, value: short }]);
    expect(read50({ a: [long] })).toEqual([{ name: 'a', value: `["${short.slice(2)}` }]);
  });
});
