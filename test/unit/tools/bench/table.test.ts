import { expect, test } from 'vitest';
import { absolute, relative } from '../../../../tools/bench/line';
import { loadWarning, machineText } from '../../../../tools/bench/machine';
import { markdown, table } from '../../../../tools/bench/table';

const LINES = [
  relative('digits', 125.4, 100, 'ms', 1.25),
  absolute('heap', 1.318, 'MB', 4.5),
  absolute('badge calls', 2, '', null),
  absolute('writes', 1, '', 0),
];

test('the table has its columns below each other, and says what falls short', () => {
  expect(table(LINES).split('\n')).toEqual([
    '              figure  reference  ratio    limit',
    'digits        125 ms     100 ms   1.25   1.25 ×  FALLS SHORT',
    'heap         1.32 MB                    4.50 MB  pass',
    'badge calls        2',
    'writes             1                          0  FALLS SHORT',
  ]);
});

test('as Markdown, what has a limit comes before what is only told', () => {
  expect(markdown(LINES).split('\n')).toEqual([
    '|  | figure | reference | ratio | limit |  |',
    '| --- | ---: | ---: | ---: | ---: | --- |',
    '| digits | 125 ms | 100 ms | 1.25 | 1.25 × | FALLS SHORT |',
    '| heap | 1.32 MB |  |  | 4.50 MB | pass |',
    '| writes | 1 |  |  | 0 | FALLS SHORT |',
    '',
    '|  | figure | reference | ratio | limit |  |',
    '| --- | ---: | ---: | ---: | ---: | --- |',
    '| badge calls | 2 |  |  |  |  |',
  ]);
});

test('where nothing is only told, there is one table', () => {
  expect(markdown([absolute('writes', 0, '', 0)]).split('\n')).toHaveLength(3);
});

test('the machine is told in one line', () => {
  const machine = {
    cpu: 'A Processor at 3 GHz',
    cores: 2,
    memoryGB: 8,
    system: 'Linux 6.1',
    node: 'v20.19.0',
    browser: 'Chrome/156.0.0.0',
    loadBefore: 0.3,
    loadAfter: 1.42,
  };
  expect(machineText(machine)).toBe(
    'A Processor at 3 GHz, 2 cores, 8 GB, Linux 6.1; Chrome/156.0.0.0, Node v20.19.0; load 0.3 before and 1.42 after',
  );
});

test.each([
  [0, false],
  [1.5, false],
  [1.51, true],
])('a load of %s before the first figure is a warning: %s', (loadBefore, warns) => {
  expect(loadWarning({ loadBefore }) !== null).toBe(warns);
});
