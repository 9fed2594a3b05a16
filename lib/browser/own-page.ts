import { browser } from 'wxt/browser';

/** A content script would carry our id too, but the address of the page that it is in. */
export function isFromOurPage({ url }: { url?: string | undefined }): boolean {
  return url?.startsWith(browser.runtime.getURL('/')) ?? false;
}
