import { expect, test } from 'vitest';
import { findBadge, flawsOf } from '../../../../tools/toolbars/badge-in-picture';
import { type Colour, colourAt, type Picture, readXwd } from '../../../../tools/toolbars/picture';

const GREEN: Colour = [10, 122, 82];
const COLOURS: Record<string, Colour> = {
  ' ': [255, 255, 255],
  '.': GREEN,
  '#': [255, 255, 255],
  // Half of a stroke.
  '+': [132, 188, 168],
};

/** A picture of these rows; see above. */
function pictureOf(rows: string[]): Picture {
  const data = rows.flatMap((row) => [...row].flatMap((pixel) => COLOURS[pixel] ?? []));
  return { width: rows[0]?.length ?? 0, height: rows.length, data: Uint8Array.from(data) };
}

const corners = [' ............ ', '..............', '..............'];
const badgeOf = (row: string) =>
  findBadge(pictureOf([...corners, row, row, ...corners.toReversed()]), GREEN);
const flaws = (row: string, wholeWidth: number) => flawsOf(badgeOf(row), wholeWidth, 0);

test('a badge whose text is whole has no flaws', () => {
  expect(badgeOf('...##..##.....')).toMatchObject({
    box: { left: 0, top: 0, width: 14, height: 8 },
    textWidth: 6,
    before: 3,
    after: 5,
  });
  expect(flaws('...##..##.....', 6)).toEqual([]);
});

test('a text that is cut inside the box is found by its width', () => {
  expect(flaws('...##..##.....', 7)).toEqual(['6 px of the text can be seen, of 7']);
  expect(flawsOf(badgeOf('...##..##.....'), 7, 1)).toEqual([]);
});

test.each(['##....##......', '.......##...##'])('a text at the border is found: %s', (row) => {
  expect(flaws(row, 6)).toContain('the text touches the border');
});

test('the round corners are no text, and a box without text is found', () => {
  expect(flaws('..............', 6)).toEqual(['there is no text']);
  expect(flawsOf(findBadge(pictureOf(['    ']), GREEN), 6, 0)).toEqual(['there is no badge']);
});

test('a text that is too pale is found; one between two columns is not pale', () => {
  expect(flaws('......+.......', 1)).toEqual(['its contrast is 2.5']);
  expect(flaws('......++......', 2)).toEqual([]);
});

test("a screen's file is read, with its colour map left out", () => {
  const file = Buffer.alloc(160 + 12 + 8);
  const fields = { 0: 160, 4: 2, 5: 1, 11: 32, 12: 8, 19: 1 };
  for (const [field, value] of Object.entries(fields)) file.writeUInt32BE(value, Number(field) * 4);
  file.set([82, 122, 10, 0, 3, 2, 1, 0], 172);
  const picture = readXwd(file);
  expect(picture).toMatchObject({ width: 2, height: 1 });
  expect([0, 1].map((x) => colourAt(picture, x, 0))).toEqual([GREEN, [1, 2, 3]]);
});
