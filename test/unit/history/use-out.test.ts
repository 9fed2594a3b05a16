import { h } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { useOut } from '../../../entrypoints/history/use-out';
import { parsePreferences } from '../../../lib/core/settings/preferences';
import { drawn } from '../../support/examples/drawn';

const { exportJson, savePreferences } = vi.hoisted(() => ({
  exportJson: vi.fn(async () => 'all.json'),
  savePreferences: vi.fn(),
}));
vi.mock('../../../entrypoints/history/exported', () => ({ exportJson }));
vi.mock('../../../lib/browser/history-storage', () => ({ countHistory: vi.fn() }));
vi.mock('../../../lib/browser/preferences-storage', () => ({ savePreferences }));
vi.mock('../../../lib/browser/send-command', () => ({}));

let out: ReturnType<typeof useOut>;

function Probe({ about }: { about: string }) {
  out = useOut(() => null, null, parsePreferences(undefined), '2026-03-13', about);
  return h('p', null, out.message?.text);
}

const page = async () => {
  const one = await drawn(h(Probe, { about: 'this week' }));
  return { ...one, go: (about: string) => one.redraw(h(Probe, { about })) };
};

beforeEach(() => {
  savePreferences.mockReset();
});

test('what became of an action is said until another view is shown', async () => {
  const { text, go } = await page();
  await act(() => out.onJson());
  await go('this week');
  expect(text()).toBe('Exported as all.json.');
  await go('last week');
  expect(text()).toBe('');
  await act(() => out.onJson());
  expect(text()).toBe('Exported as all.json.');
});

test('a choice that was refused is said until one is saved', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const { text } = await page();
  savePreferences.mockRejectedValueOnce(new Error('too often'));
  await act(() => out.onPreferences({ sheetRoundingMin: 15 }));
  expect(text()).toContain('Not saved: the browser refused it.');
  await act(() => out.onPreferences({ sheetRoundingMin: 30 }));
  expect(text()).toBe('');
});
