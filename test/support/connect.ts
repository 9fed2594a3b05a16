import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from './extension-browser.ts';
import { fill, press, waitForText } from './page.ts';
import type { StandInOlie } from './stand-in-olie.ts';

/** The command that the documentation shows, for that service. */
export function curlOf({ url, token, executionId }: StandInOlie): string {
  return [
    'curl --request GET \\',
    `    --get "${url}/api/management/project-executions/${executionId}" \\`,
    `    --header "Authorization: Bearer ${token}" \\`,
    '    --header "Content-Type: application/json" \\',
    '    --header "Accept: application/json"',
  ].join('\n');
}

/**
 * Connects on the options page by typing, and waits until it says so.
 * @returns the options page
 */
export async function connect(session: ExtensionBrowser, olie: StandInOlie): Promise<Page> {
  const options = await session.openPage('/options.html', { waitFor: '#olie-address' });
  await fill(options, 'API address', olie.url);
  await fill(options, 'API token', olie.token);
  await fill(options, 'Execution ID', olie.executionId);
  await press(options, 'Save');
  await waitForText(options, 'Connected: Test User');
  return options;
}
