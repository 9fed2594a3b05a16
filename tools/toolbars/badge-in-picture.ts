import { type Colour, colourAt, type Picture } from './picture.ts';

export interface BadgeInPicture {
  /** The coloured box, in pixels. */
  box: { left: number; top: number; width: number; height: number };
  /** From the first to the last column with text; 0 if there is no text. */
  textWidth: number;
  /** The columns of the box before and after the text. */
  before: number;
  after: number;
  /** Between the box and the text where it is brightest. */
  contrast: number;
}

/** A pixel is text if it is at least so much of the way from the box's colour to white. */
const TEXT_FROM = 0.25;
/** Boxes have round corners, through which the toolbar shines. */
const CORNER_PX = 3;
const LEAST_CONTRAST = 4.5;

/** Finds the box of that colour, and the white text in it. Null if nothing has that colour. */
export function findBadge(picture: Picture, colour: Colour): BadgeInPicture | null {
  const box = boxOf(picture, colour);
  if (box === null) return null;
  const columns: number[] = [];
  let brightest = 0;
  for (let column = 0; column < box.width; column++) {
    for (let row = 0; row < box.height; row++) {
      const fromSide = Math.min(column, box.width - 1 - column);
      const fromEnd = Math.min(row, box.height - 1 - row);
      if (fromSide < CORNER_PX && fromEnd < CORNER_PX) continue;
      const [here = 0, next = 0] = [column, column + 1].map((x) =>
        whiteness(colourAt(picture, box.left + x, box.top + row), colour),
      );
      if (here < TEXT_FROM) continue;
      columns.push(column);
      // A thin stroke may lie between two columns: each has a part of it.
      brightest = Math.max(brightest, Math.min(1, here + next));
    }
  }
  const [first, last] = [Math.min(...columns), Math.max(...columns)];
  const isEmpty = columns.length === 0;
  return {
    box,
    textWidth: isEmpty ? 0 : last - first + 1,
    before: isEmpty ? box.width : first,
    after: isEmpty ? box.width : box.width - 1 - last,
    contrast: contrastOf(towardsWhite(colour, brightest), colour),
  };
}

/**
 * What is wrong with the badge; empty if nothing is.
 *
 * @param wholeWidth how wide the text is where nothing cuts it. Browsers cut it before it reaches the border, so that a
 *   cut text looks like a shorter one.
 * @param leewayPx how much letters there differ from those in the badge
 */
export function flawsOf(
  badge: BadgeInPicture | null,
  wholeWidth: number,
  leewayPx: number,
): string[] {
  if (badge === null) return ['there is no badge'];
  const { textWidth, before, after, contrast } = badge;
  if (textWidth === 0) return ['there is no text'];
  const flaws: string[] = [];
  if (before === 0 || after === 0) flaws.push('the text touches the border');
  if (textWidth < wholeWidth - leewayPx) {
    flaws.push(`${textWidth} px of the text can be seen, of ${wholeWidth}`);
  }
  if (contrast < LEAST_CONTRAST) flaws.push(`its contrast is ${contrast.toFixed(1)}`);
  return flaws;
}

function boxOf(picture: Picture, colour: Colour): BadgeInPicture['box'] | null {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      if (String(colourAt(picture, x, y)) !== String(colour)) continue;
      xs.push(x);
      ys.push(y);
    }
  }
  if (xs.length === 0) return null;
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left + 1, height: Math.max(...ys) - top + 1 };
}

/** How far the colour is from the box's to white: from 0 to 1. */
function whiteness(colour: Colour, box: Colour): number {
  const sum = ([red, green, blue]: Colour) => red + green + blue;
  return (sum(colour) - sum(box)) / (3 * 255 - sum(box));
}

function towardsWhite([red, green, blue]: Colour, share: number): Colour {
  const part = (value: number) => value + (255 - value) * share;
  return [part(red), part(green), part(blue)];
}

/** As WCAG 2 defines it. */
function contrastOf(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
