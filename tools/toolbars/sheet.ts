import sharp from 'sharp';
import type { BadgeInPicture } from './badge-in-picture.ts';
import type { Picture } from './picture.ts';

export interface Shown {
  name: string;
  /** What the badge was told to show. */
  text: string;
  picture: Picture;
  badge: BadgeInPicture | null;
  flaws: string[];
}

const AROUND = { width: 48, height: 36 };
const SCALE = 6;
const LABEL_PX = 30;
const COLUMNS = 4;
const CELL = {
  width: AROUND.width * SCALE + 12,
  height: AROUND.height * SCALE + LABEL_PX + 12,
};

/** Saves the button of each state, enlarged, with the state's name above. */
export async function saveSheet(shown: Shown[], path: string): Promise<void> {
  const cells = await Promise.all(shown.map(cellOf));
  await sharp({
    create: {
      width: COLUMNS * CELL.width,
      height: Math.ceil(cells.length / COLUMNS) * CELL.height,
      channels: 3,
      background: '#ffffff',
    },
  })
    .composite(
      cells.map((input, index) => ({
        input,
        left: (index % COLUMNS) * CELL.width,
        top: Math.floor(index / COLUMNS) * CELL.height,
      })),
    )
    .png()
    .toFile(path);
}

async function cellOf({ name, text, picture, badge, flaws }: Shown): Promise<Buffer> {
  const { width, height, data } = picture;
  const middle = badge
    ? { x: badge.box.left + badge.box.width / 2, y: badge.box.top + badge.box.height / 2 }
    : { x: AROUND.width / 2, y: AROUND.height / 2 };
  const start = (at: number, size: number, most: number) =>
    Math.round(Math.min(Math.max(0, at - size / 2), most - size));
  const button = await sharp(data, { raw: { width, height, channels: 3 } })
    .extract({
      left: start(middle.x, AROUND.width, width),
      top: start(middle.y, AROUND.height, height),
      ...AROUND,
    })
    .resize(AROUND.width * SCALE, AROUND.height * SCALE, { kernel: 'nearest' })
    .png()
    .toBuffer();
  const escaped = `${name}: ${text}`.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const colour = flaws.length > 0 ? '#c62828' : '#000000';
  const label = `<svg width="${CELL.width}" height="${LABEL_PX}"><text x="6" y="21" font-family="sans-serif" font-size="15" fill="${colour}">${escaped}</text></svg>`;
  return sharp({ create: { ...CELL, channels: 3, background: '#ffffff' } })
    .composite([
      { input: Buffer.from(label), left: 0, top: 0 },
      { input: button, left: 6, top: LABEL_PX },
    ])
    .png()
    .toBuffer();
}
