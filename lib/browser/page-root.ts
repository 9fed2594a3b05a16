import { loadTexts, textLanguage } from './texts';

/** Loads the texts, says on the page in which language it is, and gives the element to draw it in. */
export async function pageRoot(): Promise<HTMLElement> {
  const root = document.getElementById('app');
  if (root === null) throw new Error('No #app');
  await loadTexts();
  document.documentElement.lang = textLanguage();
  return root;
}
