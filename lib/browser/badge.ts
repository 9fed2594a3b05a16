import { browser } from 'wxt/browser';
import type { Badge, BadgeTone } from '../core/toolbar/badge';
import { orElse } from './or-else';

/** Red, green, blue, opaque. White on each of these is at least 4.5 : 1. */
const COLOURS: Record<BadgeTone, [number, number, number, number]> = {
  running: [10, 122, 82, 255],
  idle: [138, 90, 0, 255],
  old: [95, 107, 118, 255],
  alert: [179, 38, 30, 255],
  workflow: [58, 79, 196, 255],
};

/** The widest text that is whole, in CSS pixels, and the font. Seen on real toolbars (docs/browser-bugs.md). */
const BOX = import.meta.env.FIREFOX
  ? { widest: 16, font: '10px system-ui' }
  : { widest: 23, font: 'bold 10px system-ui' };

/** Is the text whole in this browser's badge? True if nothing can be measured. */
export function fitsBadge(text: string): boolean {
  const context = globalThis.OffscreenCanvas && new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return true;
  context.font = BOX.font;
  return context.measureText(text).width <= BOX.widest;
}

/**
 * Draws what differs from what is shown. The browser itself knows that, also after the worker was stopped. What it does not
 * tell is drawn anew.
 */
export async function drawBadge({ text, tone, title }: Badge): Promise<void> {
  const { action } = browser;
  const color = COLOURS[tone];
  const [shownText, shownTitle, shownColor] = await Promise.all([
    orElse(() => action.getBadgeText({}), null),
    orElse(() => action.getTitle({}), null),
    orElse(() => action.getBadgeBackgroundColor({}), null),
  ]);
  const calls: (() => Promise<void>)[] = [];
  if (shownText !== text) calls.push(() => action.setBadgeText({ text }));
  if (shownTitle !== title) calls.push(() => action.setTitle({ title }));
  if (String(shownColor) !== String(color)) {
    calls.push(
      () => action.setBadgeBackgroundColor({ color }),
      () => action.setBadgeTextColor({ color: '#ffffff' }),
    );
  }
  await Promise.all(calls.map((call) => orElse(call)));
}
