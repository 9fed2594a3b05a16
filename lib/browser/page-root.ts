import type { TextKey } from '../core/texts';
import { loadTexts, textLanguage, translate } from './texts';

/**
 * Loads the texts, and says on the page in which language it is.
 * @param title of the page. Left out: the one that its file has stays
 * @returns the element to draw the page in
 */
export async function pageRoot(title?: TextKey): Promise<HTMLElement> {
  const root = document.getElementById('app');
  if (root === null) throw new Error('No #app');
  await loadTexts();
  document.documentElement.lang = textLanguage();
  if (title !== undefined) document.title = translate(title);
  return root;
}
