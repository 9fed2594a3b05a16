import { loadPanelScroll, savePanelScroll } from '../../lib/browser/panel-scroll';

/** The list grows while it is read. Later than that, a jump would surprise. */
const PATIENCE_MS = 3000;
/** Scrolling tells of each frame. */
const SPACING_MS = 300;

/**
 * The side panel opens where it was scrolled to when it was closed. Nothing else of it is remembered.
 * @param signal ends it
 */
export function keepScroll(signal: AbortSignal): void {
  follow(signal);
  restore(signal);
}

/** The list scrolls, or all of it if the panel is low. */
function scrollers(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('main, .lists')];
}

function follow(signal: AbortSignal): void {
  let saving: ReturnType<typeof setTimeout> | undefined;
  const save = () => savePanelScroll(Math.max(0, ...scrollers().map((one) => one.scrollTop)));
  const scrolled = () => {
    clearTimeout(saving);
    saving = setTimeout(save, SPACING_MS);
  };
  addEventListener('scroll', scrolled, { capture: true, signal });
  signal.addEventListener('abort', () => clearTimeout(saving));
}

async function restore(signal: AbortSignal): Promise<void> {
  const wanted = await loadPanelScroll();
  if (wanted === 0) return;
  const over = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  // Whoever scrolls by themselves is left alone.
  const own = new AbortController();
  for (const event of ['wheel', 'pointerdown', 'keydown'])
    addEventListener(event, () => own.abort(), { signal: over });
  const scroll = () => {
    if (over.aborted || own.signal.aborted) return;
    for (const one of scrollers()) one.scrollTop = wanted;
    const isThere = scrollers().some((one) => Math.abs(one.scrollTop - wanted) < 1);
    if (!isThere) requestAnimationFrame(scroll);
  };
  scroll();
}
