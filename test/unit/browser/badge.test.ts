import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { drawBadge, fitsBadge } from '../../../lib/browser/badge';
import type { Badge } from '../../../lib/core/toolbar/badge';
import { resetFakeBrowser, shownBadge } from '../../support/worker/fake-browser';

const SETTERS = [
  'setBadgeText',
  'setTitle',
  'setBadgeBackgroundColor',
  'setBadgeTextColor',
] as const;
const badge: Badge = { text: '37m', tone: 'running', title: 'Olie Timer\nAD-1' };

beforeEach(() => resetFakeBrowser());

/** What is called to go from the one badge to the other. */
async function callsBetween(shown: Badge, next: Badge): Promise<string[]> {
  await drawBadge(shown);
  const spies = SETTERS.map((name) => vi.spyOn(fakeBrowser.action, name));
  await drawBadge(next);
  const called = SETTERS.filter((_, index) => spies[index]?.mock.calls.length === 1);
  for (const spy of spies) spy.mockRestore();
  return called;
}

test('text, colour and title are drawn', async () => {
  await drawBadge(badge);
  expect(await shownBadge()).toEqual({ text: '37m', colour: '#0a7a52', title: badge.title });
});

test.each<{ what: string; patch: Partial<Badge>; calls: string[] }>([
  { what: 'nothing differs', patch: {}, calls: [] },
  { what: 'the text differs', patch: { text: '38m' }, calls: ['setBadgeText'] },
  { what: 'the title differs', patch: { title: 'Olie Timer' }, calls: ['setTitle'] },
  {
    what: 'the colour differs',
    patch: { tone: 'alert' },
    calls: ['setBadgeBackgroundColor', 'setBadgeTextColor'],
  },
])('where $what, $calls are called and nothing else', async ({ patch, calls }) => {
  expect(await callsBetween(badge, { ...badge, ...patch })).toEqual(calls);
  expect(await shownBadge()).toMatchObject({ text: patch.text ?? '37m' });
});

test("a text fits by its width in the badge's font", () => {
  expect(fitsBadge('9999')).toBe(true);
  const fonts: string[] = [];
  class Canvas {
    getContext() {
      return {
        set font(font: string) {
          fonts.push(font);
        },
        // As wide as the badge, and a pixel more, which DejaVu Sans Bold has for 37m.
        measureText: (text: string) => ({ width: text === '37m' ? 24 : 23 }),
      };
    }
  }
  vi.stubGlobal('OffscreenCanvas', Canvas);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  expect(['99h', '37m'].map(fitsBadge)).toEqual([true, false]);
  expect(new Set(fonts)).toEqual(new Set(['bold 10px system-ui']));
});
