import { parseHTML } from 'linkedom';
import { type ComponentChild, h, render } from 'preact';
import { act } from 'preact/test-utils';
import { onTestFinished, vi } from 'vitest';
import { UiProvider } from '../../../components/ui.ts';
import { ANSWERED_AT_MS } from './example-timer.ts';
import { textOf } from './popup-markup.ts';
import type { Language } from './texts.ts';
import { uiAt } from './ui.ts';

/** A view on a page without a browser: it can be pressed and opened. */
export interface Drawn {
  page: Document;
  /** Draws it again with other properties. */
  redraw(view: ComponentChild): Promise<void>;
  /** Presses the first button with that text or name. Throws an Error if there is none. */
  press(name: string): Promise<void>;
  /** Opens the first closed part with that title. Throws an Error if there is none. */
  open(title: string): Promise<void>;
  /** Ticks the first box, or takes its tick away. Throws an Error if there is none. */
  tick(isTicked: boolean): Promise<void>;
  /** Types over what is in the first field. Throws an Error if there is none. */
  type(text: string): Promise<void>;
  /** Sends the first form. Throws an Error if there is none. */
  submit(): Promise<void>;
  /** All text, with single blanks. */
  text(): string;
}

/** Draws a view, with its effects. It goes with the test. */
export async function drawn(view: ComponentChild, language: Language = 'en'): Promise<Drawn> {
  const { document, window } = parseHTML('<html><body></body></html>');
  const enter = () => {
    vi.stubGlobal('document', document);
    vi.stubGlobal('window', window);
  };
  enter();
  const { body } = document;
  const ui = uiAt(ANSWERED_AT_MS, language);
  const draw = (shown: ComponentChild) =>
    act(() => render(shown && h(UiProvider, { value: ui }, shown), body));
  onTestFinished(async () => {
    // A test may have drawn another page since.
    enter();
    await draw(null);
    vi.unstubAllGlobals();
  });
  const found = (selector: string, name: string) => {
    const named = [...body.querySelectorAll<HTMLElement>(selector)].find((one) =>
      [textOf(one.innerHTML).trim(), one.getAttribute('aria-label')].includes(name),
    );
    if (named === undefined) throw new Error(`There is no "${name}"`);
    return named;
  };
  const first = <Kind extends Element>(selector: string) => {
    const one = body.querySelector<Kind>(selector);
    if (one === null) throw new Error(`There is no ${selector}`);
    return one;
  };
  const happen = (element: Element, kind: string) =>
    act(async () => {
      element.dispatchEvent(new window.Event(kind));
    });
  await draw(view);
  return {
    page: document,
    redraw: draw,
    press: (name) => happen(found('button', name), 'click'),
    open: async (title) => {
      const details = found('details:not([open]) > summary', title).parentElement;
      if (details === null) throw new Error('A summary is in its details');
      // The fake page has no `open` of its own.
      details.setAttribute('open', '');
      Object.assign(details, { open: true });
      await happen(details, 'toggle');
    },
    tick: async (isTicked) => {
      const box = first<HTMLInputElement>('input[type="checkbox"]');
      box.checked = isTicked;
      await happen(box, 'change');
    },
    type: async (text) => {
      const field = first<HTMLInputElement>('input');
      field.value = text;
      await happen(field, 'input');
    },
    submit: () => happen(first('form'), 'submit'),
    text: () => textOf(body.innerHTML).trim(),
  };
}
