import type { Page } from 'puppeteer-core';
import { type Language, textsOf } from '../examples/texts.ts';
import type { AddedWorkflow } from '../stand-ins/b3os.ts';
import { until } from '../until.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { fill, paste, press, waitForText } from './page.ts';

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

/** The command that asks B3OS for a workflow. */
function workflowCurl(url: string, { id, token }: AddedWorkflow): string {
  return `curl --request GET --url '${url}/v1/public/executions/${id}?token=${token}'`;
}

/** Adds a workflow on the options page by pasting its curl command, and waits until it is listed. */
export async function addWorkflow(
  options: Page,
  url: string,
  workflow: AddedWorkflow,
  language: Language = 'en',
): Promise<void> {
  const t = textsOf(language);
  const section = t('workflows');
  await paste(options, t('executionId'), workflowCurl(url, workflow), section);
  await press(options, t('addWorkflow'), section);
  await until(
    () =>
      options.evaluate(
        (id) =>
          [...document.querySelectorAll('.entries li')].some((li) => li.textContent?.includes(id)),
        workflow.id,
      ),
    `${workflow.id} to be listed`,
  );
}

/** Connects the agent runs on the options page by typing, and waits until it says so. */
export async function connectAgentRuns(
  options: Page,
  { url, apiKey }: { url: string; apiKey: string },
  language: Language = 'en',
): Promise<void> {
  const t = textsOf(language);
  const section = t('agentRuns');
  await fill(options, t('apiAddress'), url, section);
  await fill(options, t('apiKey'), apiKey, section);
  await press(options, t('save'), section);
  await waitForText(options, t('connected', 'Zaia'));
}
