import { type ComponentChild, render } from 'preact';
import { loadLook } from '../../lib/browser/look-storage';
import { orElse } from '../../lib/browser/or-else';
import { pageRoot } from '../../lib/browser/page-root';
import { loadStored } from '../../lib/browser/state-storage';
import type { Look } from '../../lib/core/settings/look';
import { type Stored, UNREADABLE } from '../../lib/core/state/state';

/** Shows a page with what is stored as it opens. */
export async function start(view: (initial: Stored, look: Look) => ComponentChild): Promise<void> {
  const root = await pageRoot();
  const [stored, look] = await Promise.all([orElse(loadStored, UNREADABLE), loadLook()]);
  render(view(stored, look), root);
}
