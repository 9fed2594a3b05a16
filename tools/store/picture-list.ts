/** The stores' pictures: their files, their sizes, and what is on them. */
import type { Frame } from './frame.ts';
import type { Photographs } from './photographs.ts';

export interface Picture extends Frame {
  /** Its file, without `.png`; what stands on it is in the listing, by this name. */
  name: string;
  photographs: (keyof Photographs)[];
}

const SCREENSHOT = { width: 1280, height: 800, textPx: 54, isNamed: false };
const PAGE = { ...SCREENSHOT, textPx: 46 };

/** In the order in which the stores show them. Chrome takes five screenshots, Edge six. */
export const PICTURES: Picture[] = [
  {
    ...SCREENSHOT,
    ...{ name: '1-running', photographs: ['running'] },
    ...{ headline: 'left', scheme: 'light', isNamed: true },
  },
  {
    ...PAGE,
    ...{ name: '2-history', photographs: ['history'], headline: 'above', scheme: 'light' },
  },
  {
    ...PAGE,
    ...{ name: '3-reminders', photographs: ['reminders'], headline: 'left', scheme: 'light' },
  },
  {
    ...PAGE,
    ...{ name: '4-workflows', photographs: ['workflows', 'runs'], headline: 'above' },
    ...{ scheme: 'dark', padding: 14 },
  },
  {
    ...PAGE,
    ...{ name: '5-welcome', photographs: ['welcome'], headline: 'left', scheme: 'light' },
  },
  {
    ...{ name: 'tile', width: 440, height: 280, photographs: ['hero'] },
    ...{ headline: 'above', scheme: 'light', textPx: 30, isNamed: false },
  },
  {
    ...{ name: 'marquee', width: 1400, height: 560, photographs: ['upper'] },
    ...{ headline: 'left', scheme: 'light', textPx: 60, isNamed: true },
  },
];

/** Edge wants the logo by itself. */
export const LOGO = { name: 'logo', width: 300, height: 300 };
