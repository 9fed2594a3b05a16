/** What ours is compared with: the least that an extension of its kind can do. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  makeTemporaryFolder,
  type TemporaryFolder,
} from '../../test/support/browsers/temporary-folder.ts';

/** A popup with one line of static HTML. */
export function writeBlankPopup(): Promise<TemporaryFolder> {
  return write({
    'manifest.json': manifest({ action: { default_popup: 'popup.html' } }),
    'popup.html':
      '<!doctype html><html lang="en"><meta charset="utf-8"><title>Blank</title><p>0:37:55</p></html>',
  });
}

/** A worker that asks Olie when its alarm goes off, and shows the answer in the badge's title. */
export function writeLeastWorker(url: string): Promise<TemporaryFolder> {
  return write({
    'manifest.json': manifest({
      action: {},
      permissions: ['alarms', 'storage'],
      host_permissions: [`${url}/*`],
      background: { service_worker: 'background.js' },
    }),
    'background.js': `chrome.alarms.onAlarm.addListener(async () => {
  const response = await fetch('${url}', { headers: { accept: 'application/json' }, cache: 'no-store' });
  const { current_execution } = await response.json();
  await chrome.action.setTitle({ title: current_execution.project.name });
});
`,
  });
}

function manifest(rest: object): string {
  return JSON.stringify({ manifest_version: 3, name: 'Reference', version: '1', ...rest });
}

async function write(files: Record<string, string>): Promise<TemporaryFolder> {
  const folder = await makeTemporaryFolder('reference');
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder.path, name), text);
  return folder;
}
