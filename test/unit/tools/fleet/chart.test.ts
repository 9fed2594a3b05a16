import { expect, test } from 'vitest';
import { chartOf } from '../../../../tools/fleet/chart';

const perSecond = new Uint32Array(5400).fill(100);
perSecond[3600] = 250;
const chart = { title: 'An evening', perSecond, beginsAtS: 23 * 3600, limit: 150 };
const svg = chartOf(chart);

test('a chart has its title, its units, its limit and the time of day, past midnight too', () => {
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
  expect(texts).toEqual([
    'An evening',
    ...['0', '75', '150', '225', '300'],
    ...['23:00', '23:10', '23:20', '23:30', '23:40', '23:50', '0:00', '0:10', '0:20', '0:30'],
    'limit 150',
    'time of day',
    'requests per second',
  ]);
});

test('a single second with more than the others is visible', () => {
  const heights = (source: string) => {
    const [, points = ''] = /class="band" d="M([^Z]*)Z/.exec(source) ?? [];
    return new Set(points.split('L').map((point) => point.split(' ')[1]));
  };
  expect(heights(svg).size).toBe(2);
  expect(heights(chartOf({ ...chart, perSecond: new Uint32Array(5400).fill(100) })).size).toBe(1);
});
