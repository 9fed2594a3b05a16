import { expect, onTestFinished, test } from 'vitest';
import { waitForClock } from '../../support/browsers/popup.ts';
import { world } from '../../support/browsers/world.ts';

// WebDriver cannot reach the real popup of Firefox. There, other tests open the same page in a tab.
test('the popup that the toolbar opens is 380 wide, at most 600 tall, and refreshes', async () => {
  const { olie, session, options, close } = await world({
    browser: 'chromium',
    services: ['olie'],
  });
  onTestFinished(close);
  const requests = olie.requests.length;
  const popup = await session.openRealPopup(options);
  await waitForClock(popup);
  const size = () => popup.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await expect.poll(size).toMatchObject({ width: 380 });
  expect((await size()).height).toBeGreaterThan(300);
  expect((await size()).height).toBeLessThanOrEqual(600);
  // It shows an answer of less than ten seconds ago, and asks again fifteen seconds later.
  expect(olie.requests.length).toBe(requests);
  await expect.poll(() => olie.requests.length, { timeout: 20_000 }).toBeGreaterThan(requests);
});
