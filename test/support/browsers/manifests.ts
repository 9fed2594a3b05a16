import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserKind } from '../../../tools/find-browser.mjs';
import { makeTemporaryFolder } from './temporary-folder.ts';
import { putVersion } from './updates.ts';

/** The manifest of a version, as its package has it. */
export async function manifestOf(
  browser: BrowserKind,
  version: '0.1.0' | 'today',
): Promise<Record<string, unknown>> {
  const folder = await makeTemporaryFolder('manifest');
  putVersion(folder.path, browser, version);
  const text = readFileSync(join(folder.path, 'manifest.json'), 'utf8');
  folder.remove();
  return JSON.parse(text);
}
