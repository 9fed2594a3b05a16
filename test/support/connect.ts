import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from './extension-browser.ts';
import { fill, press, waitForText } from './page.ts';
import { type Language, textsOf } from './texts.ts';

/** What it takes to connect. */
export interface Connection {
  url: string;
  token: string;
  executionId: string;
}

/** The command that the documentation shows, for that service. */
export function curlOf({ url, token, executionId }: Connection): string {
  return [
    'curl --request GET \\',
    `    --get "${url}/api/management/project-executions/${executionId}" \\`,
    `    --header "Authorization: Bearer ${token}" \\`,
    '    --header "Content-Type: application/json" \\',
    '    --header "Accept: application/json"',
  ].join('\n');
}

/**
 * Connects on the options page by typing, as a person does, and waits until it says so.
 * @returns the options page
 * @throws Error with what the page shows, where it does not connect
 */
export async function connect(
  session: ExtensionBrowser,
  { url, token, executionId }: Connection,
  language: Language = 'en',
): Promise<Page> {
  const t = textsOf(language);
  const options = await session.openPage('/options.html', { waitFor: '#olie-address' });
  await fill(options, t('apiAddress'), url);
  await fill(options, t('apiToken'), token);
  await fill(options, t('executionId'), executionId);
  await press(options, t('save'));
  await waitForText(options, t('connectedNobody'));
  return options;
}
