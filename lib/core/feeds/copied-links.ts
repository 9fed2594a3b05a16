/** Links to pages that check or count links. They have the real address in their own: encoded, or between marks. */
const CHECKED = [
  /https:\/\/[\w-]+\.safelinks\.protection\.outlook\.com\/[^\s"'<>?]{0,99}\?url=([^\s"'<>&]+)[^\s"'<>]*/gi,
  /https:\/\/www\.google\.com\/url\?q=([^\s"'<>&]+)[^\s"'<>]*/gi,
  /https:\/\/urldefense\.com\/v3\/__(https?:[^\s"'<>]{1,2000}?)__;[^\s"'<>]*/gi,
];

/** A text in which each link leads straight to its address, and not through a mail program's or a search engine's page. */
export function withDirectLinks(text: string): string {
  return CHECKED.reduce(
    (before, link) => before.replace(link, (all, address: string) => decoded(address) ?? all),
    text,
  );
}

function decoded(address: string): string | null {
  try {
    const plain = decodeURIComponent(address);
    // A blank or a quote would end the link, or the text around it.
    return /[\s"'`<>\\]/.test(plain) ? null : plain;
  } catch {
    // Cut within a character: it stays as it is.
    return null;
  }
}

/** Markdown's `[address](address)`. The first one is seen; chats may cut it. */
const MARKDOWN = /\[([^[\]\s]{0,2000})\]\((https?:\/\/[^\s()<>]{1,2000})\)/gi;
/** Mail programs write where a link leads behind its text, which is the address itself. */
const SHOWN_AND_MEANT = /(https?:\/\/[^\s<>]{1,400})<https?:\/\/[^\s<>]{1,2000}>/gi;
/** `<address>`, and `<address|text>` of chats. */
const BRACKETS = /<(https?:\/\/[^\s|<>]{1,2000})(?:\|[^<>]{0,2000})?>/gi;

/** A command in which addresses stand as they were typed, not as chats, documents and mail programs write links. */
export function withPlainLinks(command: string): string {
  return command
    .replace(MARKDOWN, (_, shown: string, address: string) =>
      /^https?:.*[^.…]$/i.test(shown) ? shown : address,
    )
    .replace(SHOWN_AND_MEANT, '$1')
    .replace(BRACKETS, '$1');
}
