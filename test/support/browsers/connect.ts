/** Connects services on the options page as a person does, by typing and pasting. */
import type { Page } from 'puppeteer-core';
import type { Translate } from '../../../lib/core/texts.ts';
import { textsOf } from '../examples/texts.ts';
import type { AddedWorkflow } from '../stand-ins/b3os.ts';
import { until } from '../until.ts';
import { fill, paste, press, waitForText } from './page.ts';

export interface Connection {
  url: string;
  token: string;
  executionId: string;
}

/** The curl command that Olie's documentation shows, for this connection. */
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
 * Types the connection into the form and saves it.
 *
 * @param t the texts of the page's language
 * @throws Error with the page's text if it does not connect
 */
export async function connectOlie(
  options: Page,
  { url, token, executionId }: Connection,
  t: Translate = textsOf('en'),
): Promise<void> {
  await fill(options, t('apiAddress'), url);
  await fill(options, t('apiToken'), token);
  await fill(options, t('executionId'), executionId);
  await press(options, t('save'));
  await waitForText(options, t('connectedNobody'));
}

/** Pastes the curl command of a workflow, adds it, and waits until it is listed. */
export async function connectB3os(
  options: Page,
  url: string,
  { id, token }: AddedWorkflow,
  t: Translate = textsOf('en'),
): Promise<void> {
  const section = t('workflows');
  const curl = `curl --request GET --url '${url}/v1/public/executions/${id}?token=${token}'`;
  await paste(options, t('executionId'), curl, section);
  await press(options, t('addWorkflow'), section);
  const listed = () =>
    options.$$eval('.entries li', (rows) => rows.map((row) => row.textContent ?? ''));
  await until(async () => (await listed()).some((text) => text.includes(id)), `${id} in the list`);
}

/** Types the address and key of the agent runs, and saves them. */
export async function connectZaia(
  options: Page,
  { url, apiKey }: { url: string; apiKey: string },
  t: Translate = textsOf('en'),
): Promise<void> {
  const section = t('agentRuns');
  await fill(options, t('apiAddress'), url, section);
  await fill(options, t('apiKey'), apiKey, section);
  await press(options, t('save'), section);
  await waitForText(options, t('connected', 'Zaia'));
}
