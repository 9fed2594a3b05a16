import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Language, textsOf } from '../examples/texts.ts';
import type { StandIns } from '../stand-ins/stand-ins.ts';
import { until } from '../until.ts';
import { labelled, press, waitForText } from './page.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

const FILE_NAME = 'olie-timer-settings.json';

/** Presses *Export settings*, and reads the file that is saved. */
export async function exportedSettings(
  page: Page,
  folder: TemporaryFolder,
  language: Language = 'en',
): Promise<string> {
  const t = textsOf(language);
  await press(page, t('exportSettings'));
  await waitForText(page, t('exported', FILE_NAME));
  const path = join(folder.path, FILE_NAME);
  return until(() => readFile(path, 'utf8').catch(() => ''), 'the file');
}

let chosen = 0;

/** Writes a file with that text, and chooses it in the field with that label. */
export async function chooseFile(
  page: Page,
  label: string,
  folder: TemporaryFolder,
  text: string,
): Promise<void> {
  // Of another name each time: the same file chosen again is no change, but for the click that empties the field.
  const path = join(folder.path, `chosen-${chosen++}.json`);
  await writeFile(path, text);
  await (await labelled(page, label)).uploadFile(path);
}

/** What the settings file has where all stand-ins are connected, and one workflow is watched. */
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
