import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Translate } from '../../../lib/core/texts.ts';
import type { StandIns } from '../stand-ins/stand-ins.ts';
import { until } from '../until.ts';
import { labelled, press, waitForText } from './page.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

const FILE_NAME = 'olie-timer-settings.json';

/** Presses *Export settings*, and reads the file that is downloaded to the folder. */
export async function exportedSettings(
  page: Page,
  folder: TemporaryFolder,
  t: Translate,
): Promise<string> {
  await press(page, t('exportSettings'));
  await waitForText(page, t('exported', FILE_NAME));
  const path = join(folder.path, FILE_NAME);
  return until(() => readFile(path, 'utf8').catch(() => ''), 'the exported file');
}

let chosen = 0;

/** Writes a file with that text, and chooses it in the field with that label. */
export async function chooseFile(
  page: Page,
  label: string,
  folder: TemporaryFolder,
  text: string,
): Promise<void> {
  // Each file needs a new name: choosing the same file again would be no change.
  const path = join(folder.path, `chosen-${chosen++}.json`);
  await writeFile(path, text);
  await (await labelled(page, label)).uploadFile(path);
}

/** The exported file if all stand-ins are connected, with one workflow. */
export function settingsFileOf({ olie, b3os, zaia }: StandIns, workflowId: string) {
  return {
    program: 'olie-timer',
    version: 2,
    connections: [
      { kind: 'olie', address: olie.url, executionId: olie.executionId },
      { kind: 'b3os', address: b3os.url, label: '', executionId: workflowId },
      { kind: 'zaia', address: zaia.url, responderIds: [], show: 10 },
    ],
    preferences: { refreshEveryS: 120, badgeShows: 'elapsed', whenIdle: 'nothing' },
  };
}
