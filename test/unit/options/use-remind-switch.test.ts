import { type ComponentProps, h } from 'preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { RemindStep } from '../../../components/welcome/remind-step';
import { useRemindSwitch } from '../../../entrypoints/options/use-remind-switch';
import { parsePreferences } from '../../../lib/core/settings/preferences';
import { drawn } from '../../support/examples/drawn';

const { askToNotify, mayNotify, changed } = vi.hoisted(() => ({
  askToNotify: vi.fn(),
  mayNotify: vi.fn(),
  changed: { tell: () => undefined as unknown },
}));
vi.mock('../../../lib/browser/notifications', () => ({
  askToNotify,
  watchMayNotify: (callback: (isGiven: boolean) => void) => {
    changed.tell = () => mayNotify().then(callback);
    changed.tell();
  },
}));

const { isSilenced, silenced } = vi.hoisted(() => ({
  isSilenced: vi.fn(),
  silenced: { tell: (_isOff: boolean) => undefined as unknown },
}));
vi.mock('../../../lib/browser/silenced', () => ({
  isSilenced,
  onSilenced: (callback: (isOff: boolean) => void) => {
    silenced.tell = callback;
  },
}));

const chosen = { workDays: [1, 2], rules: { away: 5 } };
const off = parsePreferences({ badgeShows: 'total', reminders: { ...chosen, isOn: false } });
const on = parsePreferences({ badgeShows: 'total', reminders: { ...chosen, isOn: true } });

beforeEach(() => {
  mayNotify.mockReset().mockResolvedValue(false);
  askToNotify.mockReset();
  isSilenced.mockReset().mockResolvedValue(false);
});

/** The switch of the welcome page, and what it saves. */
function switchOf(preferences: typeof off, change: (changed: typeof off) => void) {
  function View() {
    const { reminders, ...own } = useRemindSwitch(preferences, change);
    const props: ComponentProps<typeof RemindStep> = { ...own, isOn: reminders.isOn };
    return h(RemindStep, props);
  }
  return drawn(h(View, {}));
}

test('who allows it turns it on, and nothing else changes', async () => {
  askToNotify.mockResolvedValue(true);
  const change = vi.fn();
  const { tick } = await switchOf(off, change);
  await tick(true);
  await expect.poll(() => change.mock.lastCall?.[0]).toEqual(on);
  expect(change).toHaveBeenCalledOnce();
});

test('the browser is asked in the turn of the click, once', async () => {
  askToNotify.mockReturnValue(new Promise(() => undefined));
  const { page } = await switchOf(off, vi.fn());
  const box = page.querySelector('input');
  Object.assign(box ?? {}, { checked: true });
  box?.dispatchEvent(new (page.defaultView ?? window).Event('change'));
  expect(askToNotify).toHaveBeenCalledOnce();
});

test.each([
  ['refuses', () => askToNotify.mockResolvedValue(false)],
  ['cannot be asked', () => askToNotify.mockRejectedValue(new Error('no gesture'))],
])('if the user %s, it stays off and says what to do', async (_, answer) => {
  answer();
  vi.spyOn(console, 'error').mockReturnValue();
  const change = vi.fn();
  const { tick, text, page } = await switchOf(off, change);
  await tick(true);
  await expect.poll(text).toContain('press Allow when the browser asks');
  expect(change).not.toHaveBeenCalled();
  expect(page.querySelector('input')?.hasAttribute('checked')).toBe(false);
});

test('turning it off asks nobody, and keeps what was chosen', async () => {
  const change = vi.fn();
  const { tick } = await switchOf(on, change);
  await tick(false);
  await expect.poll(() => change.mock.lastCall?.[0]).toEqual(off);
  expect(change).toHaveBeenCalledOnce();
  expect(askToNotify).not.toHaveBeenCalled();
});

test('it is done once it is on and allowed, and not when that is taken away', async () => {
  mayNotify.mockResolvedValue(true);
  const { page } = await switchOf(on, vi.fn());
  await expect.poll(() => page.querySelector('.step.done')).not.toBeNull();
  mayNotify.mockResolvedValue(false);
  changed.tell();
  await expect.poll(() => page.querySelector('.step.done')).toBeNull();
});

test('that the permission is missing is said until it is given, in this tab or another', async () => {
  askToNotify.mockResolvedValue(false);
  const { page, tick } = await switchOf(off, vi.fn());
  await tick(true);
  const said = () => page.querySelector('[role=status]')?.textContent;
  await expect.poll(said).toContain('Without your permission');
  mayNotify.mockResolvedValue(true);
  changed.tell();
  await expect.poll(said).toBe('');
});

test('if the browser’s own settings switch notifications off, it says so, and not to press what is never asked', async () => {
  askToNotify.mockRejectedValue(new Error('Notifications are switched off'));
  isSilenced.mockResolvedValue(true);
  vi.spyOn(console, 'error').mockReturnValue();
  const change = vi.fn();
  const { page, tick } = await switchOf(off, change);
  await tick(true);
  const said = () => page.querySelector('[role=status]')?.textContent;
  await expect.poll(said).toContain('Switch them on there');
  expect(said()).not.toContain('press Allow');
  expect(change).not.toHaveBeenCalled();
  silenced.tell(false);
  await expect.poll(said).toBe('');
});

test('it is not done any more once the browser’s own settings switch notifications off', async () => {
  mayNotify.mockResolvedValue(true);
  const { page } = await switchOf(on, vi.fn());
  await expect.poll(() => page.querySelector('.step.done')).not.toBeNull();
  silenced.tell(true);
  await expect.poll(() => page.querySelector('.step.done')).toBeNull();
});
