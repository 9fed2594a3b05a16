import { browser } from 'wxt/browser';
import type { Badge, BadgeTone } from '../core/badge';

/** White on each of these is at least 4.5 : 1. */
const COLOURS: Record<BadgeTone, string> = {
  running: '#0a7a52',
  idle: '#8a5a00',
  old: '#5f6b76',
  alert: '#c62828',
  workflow: '#3a4fc4',
};

export async function drawBadge({ text, tone, title }: Badge): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: COLOURS[tone] }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({ title }),
  ]);
}
