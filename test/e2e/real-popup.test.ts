import { expect, test } from 'vitest';
import { connect } from '../support/browsers/connect.ts';
import { waitForClock } from '../support/browsers/popup.ts';
import { startSession } from '../support/browsers/session.ts';
import { startStandInOlie } from '../support/stand-ins/olie.ts';
import { until } from '../support/until.ts';

// Firefox keeps the popup's document from WebDriver; there the same page is tested in a tab.
test('in Chromium, the popup that the toolbar opens is 380 wide, at most 600 tall, and refreshes', async () => {
  const olie = await startStandInOlie();
  const session = await startSession('chromium');
  try {
    await connect(session, olie);
    const requests = olie.requests.length;
    const popup = await session.openRealPopup();
    await waitForClock(popup);
    const size = () => popup.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    await until(async () => (await size()).width === 380, 'the popup to take its size');
    expect((await size()).height).toBeGreaterThan(300);
    expect((await size()).height).toBeLessThanOrEqual(600);
    // What it shows is younger than ten seconds; fifteen seconds later it asks by itself.
    expect(olie.requests.length).toBe(requests);
    await until(() => olie.requests.length > requests, 'the open popup to refresh', 20_000);
  } finally {
    await session.close();
    await olie.close();
  }
});
