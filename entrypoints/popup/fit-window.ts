/** Longer than a browser takes to make the window as tall as the page. */
const SETTLED_MS = 300;

/**
 * Keeps the popup inside its window. A zoomed browser or a small screen gives it less room than it asks for, and the
 * page cannot tell beforehand: the window follows the page up to its own limits.
 *
 * @param before by how much the page was too large a moment ago; anything else, such as the event, if that is not known
 */
export function fitWindow(before?: unknown): void {
  setTimeout(() => {
    const { scrollHeight, scrollWidth, style } = document.documentElement;
    const excess = Math.max(scrollHeight - innerHeight, scrollWidth - innerWidth);
    // The same twice: the window does not follow any more.
    if (excess === before) style.cssText = `--most:${innerHeight}px;--wide:${innerWidth}px`;
    else if (excess > 0) fitWindow(excess);
  }, SETTLED_MS);
}
