/** What we are compared with: the least that an extension of its kind can do. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  makeTemporaryFolder,
  type TemporaryFolder,
} from '../../test/support/browsers/temporary-folder.ts';

/** A popup of one line of static HTML. */
export function writeBlank(): Promise<TemporaryFolder> {
  return write('blank', {
    'manifest.json': manifest('Blank', { action: { default_popup: 'popup.html' } }),
    'popup.html': page('<p>0:37:55</p>'),
  });
}

/** A worker that asks Olie on its alarm, and shows on its badge what was answered. */
export function writeWorker(url: string): Promise<TemporaryFolder> {
  const source = `chrome.alarms.onAlarm.addListener(async () => {
  const response = await fetch(${JSON.stringify(url)}, { headers: { accept: 'application/json' }, cache: 'no-store' });
  const { current_execution } = await response.json();
  await chrome.action.setTitle({ title: current_execution.project.name });
});
`;
  return write('worker', {
    'manifest.json': manifest('Worker', {
      action: {},
      permissions: ['alarms', 'storage'],
      host_permissions: [`${new URL(url).protocol}//${new URL(url).hostname}/*`],
      background: { service_worker: 'background.js' },
    }),
    'background.js': source,
  });
}

function manifest(name: string, rest: object): string {
  return JSON.stringify({ manifest_version: 3, name, version: '1', ...rest }, null, 2);
}

function page(body: string): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Blank</title></head>
  <body>${body}</body>
</html>
`;
}

async function write(name: string, files: Record<string, string>): Promise<TemporaryFolder> {
  const folder = await makeTemporaryFolder(name);
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder.path, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return folder;
}
