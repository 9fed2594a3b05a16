import { h } from 'preact';
import { act } from 'preact/test-utils';
import { expect, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { OlieSection } from '../../../entrypoints/options/olie/section.tsx';
import type { SectionProps } from '../../../entrypoints/options/section.ts';
import type { NotSaved } from '../../../lib/core/messages/reply.ts';
import { NO_STATE, type State } from '../../../lib/core/state/state.ts';
import { drawn } from './drawn.ts';
import { connected } from './example-settings.ts';
import { textsOf } from './texts.ts';

const t = textsOf('en');

/** What is waited for, and what ends it. */
export function pending<Value>() {
  const ends: ((value: Value) => void)[] = [];
  return { ends, wait: () => new Promise<Value>((end) => ends.push(end)) };
}

/** The form of the connected timer, whose actions end when the test says so. */
export async function timerForm(first: State = NO_STATE) {
  const [saves, tests] = [pending<State | NotSaved>(), pending<unknown>()];
  // Spies, for the files of this folder share their modules.
  vi.spyOn(browser.permissions, 'request').mockImplementation(async () => true);
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(tests.wait);
  const props: SectionProps = {
    settings: connected,
    state: first,
    awaiting: [],
    forget: async () => true,
    connect: saves.wait,
    disconnect: async () => true,
  };
  const view = await drawn(h(OlieSection, props));
  // The fake page's dialogs do not open.
  Object.assign(window.HTMLElement.prototype, { showModal: () => {}, close: () => {} });
  const said = () => view.page.querySelector('[role="status"]')?.textContent;
  const start = async (name: string, { ends }: { ends: unknown[] }) => {
    const before = ends.length;
    await (name === t('save') ? view.submit() : view.press(name));
    await expect.poll(() => ends.length).toBe(before + 1);
  };
  const ended = () => new Promise((resolve) => setTimeout(resolve, 10));
  return {
    ...view,
    said,
    ended,
    /** Another tab connects again. */
    connectElsewhere: () => {
      const again = connected.connections.map((row) => ({ ...row, id: `${row.id}-again` }));
      const settings = { ...connected, connections: again };
      return view.redraw(h(OlieSection, { ...props, settings }));
    },
    learn: (state: State) => view.redraw(h(OlieSection, { ...props, state })),
    test: () => start(t('testConnection'), tests),
    save: () => start(t('save'), saves),
    confirm: () =>
      act(async () => {
        view.page.querySelector('dialog .danger')?.dispatchEvent(new window.Event('click'));
      }),
    endTest: () => {
      tests.ends[0]?.({ failure: null, summary: 'Test User' });
      return ended();
    },
    endSave: (index: number, state: State | NotSaved) => {
      saves.ends[index]?.(state);
      return ended();
    },
  };
}
