import { type ComponentChildren, render } from 'preact';
import { useState } from 'preact/hooks';
import workflows from '../../components/b3os/workflows.css?inline';
import confirmDialog from '../../components/confirm-dialog.css?inline';
import dayBar from '../../components/olie/day-bar.css?inline';
import week from '../../components/olie/week.css?inline';
import form from '../../components/options/form.css?inline';
import options from '../../components/options/options.css?inline';
import serviceCard from '../../components/options/service-card.css?inline';
import popup from '../../components/popup/popup.css?inline';
import sections from '../../components/popup/sections.css?inline';
import theme from '../../components/theme.css?inline';
import { UiProvider } from '../../components/ui';
import welcome from '../../components/welcome/welcome.css?inline';
import agentRuns from '../../components/zaia/agent-runs.css?inline';
import { NOW_MS } from './example-timer';
import { fixedUi } from './fixed-ui';
import { look } from './look';

const STYLES = {
  popup: theme + popup + dayBar + sections + workflows + agentRuns + week,
  options: theme + form + serviceCard + options + confirmDialog,
  welcome: theme + form + serviceCard + welcome,
};
const WHOLE_LISTS = look.lists === 'whole' ? '.popup { max-height: none }' : '';

export interface Framed {
  name: string;
  page: keyof typeof STYLES;
  view: ComponentChildren;
  /** Does what the user does to see this state. */
  act?: ((page: Document) => unknown) | undefined;
}

/** One state in a document of its own, so its styles, widths and scroll bars are those of the real page. */
export function Frame({ name, page, view, act }: Framed) {
  const [heightPx, setHeight] = useState(600);
  const draw = ({ contentDocument }: HTMLIFrameElement) => {
    const window = contentDocument?.defaultView;
    if (!window) return;
    const { body, documentElement } = contentDocument;
    // Forms focus their first mistake. The gallery would scroll to each of them.
    window.HTMLElement.prototype.focus = () => undefined;
    new window.ResizeObserver(() => setHeight(documentElement.offsetHeight)).observe(body);
    render(<UiProvider value={fixedUi(look.language, NOW_MS)}>{view}</UiProvider>, body);
    act?.(contentDocument);
  };
  return (
    <figure>
      <figcaption>
        <a href={`?${new URLSearchParams({ ...look, only: name })}`}>{name}</a>
      </figcaption>
      <iframe
        title={name}
        width={look.width}
        height={heightPx}
        srcdoc={`<!doctype html><html lang="${look.language}" style="color-scheme: ${look.scheme}">
          <style>${STYLES[page]}${WHOLE_LISTS}</style><body style="--tall: 600px"></body></html>`}
        onLoad={(event) => draw(event.currentTarget)}
      />
    </figure>
  );
}
