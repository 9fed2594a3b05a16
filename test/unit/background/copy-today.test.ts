import { beforeEach, expect, test, vi } from 'vitest';
import { askToCopy } from '../../../lib/browser/copy-asked';
import type { Service } from '../../support/stand-ins/stand-ins';
import { goOn } from '../../support/worker/clock';
import { openPage } from '../../support/worker/open-page';
import { world } from '../../support/worker/world';

// The popup copies today's summary when the menu or a key asked for it.

const writeText = vi.fn();

beforeEach(() => {
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
  // The fake browser lacks what these tests do not need.
  vi.spyOn(console, 'error').mockReturnValue();
});

async function openedPopup(services: readonly Service[]) {
  await world({ services, started: true });
  await askToCopy();
  return openPage('popup');
}

test('it copies at once, and says so', async () => {
  writeText.mockResolvedValue(undefined);
  const popup = await openedPopup(['olie']);
  await popup.shows("Today's summary is on the clipboard.");
  expect(writeText.mock.calls).toEqual([
    [expect.stringMatching(/\nAD-1 awdawd: 10:35:40\nIn total: 10:35:40$/)],
  ]);
});

// In Firefox somebody has to press each time.
test('what is copied by a press is true when it is pressed', async () => {
  writeText.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
  const popup = await openedPopup(['olie']);
  await popup.shows('Press Copy');
  goOn(7_000);
  writeText.mockResolvedValue(undefined);
  const button = popup.document.querySelector<HTMLElement>('[role=status] + button');
  button?.click();
  await popup.shows("Today's summary is on the clipboard.");
  expect(writeText.mock.lastCall?.[0]).toMatch(/\nAD-1 awdawd: 10:35:47\nIn total: 10:35:47$/);
});

test('if workflows are connected but no timer, it says at once that there is nothing', async () => {
  const wait = vi.spyOn(globalThis, 'setTimeout');
  const popup = await openedPopup(['b3os']);
  await popup.shows('There is nothing to copy yet.');
  expect(writeText).not.toHaveBeenCalled();
  expect(wait.mock.calls.map(([, ms]) => ms)).not.toContain(6_000);
});

test('if nothing is connected, it says how to begin', async () => {
  await (await openedPopup([])).shows('Connect Olie');
  expect(writeText).not.toHaveBeenCalled();
});
