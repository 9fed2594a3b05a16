import type { Page } from 'puppeteer-core';
import type { Feed, State } from '../../lib/core/state.ts';

/** What the extension has stored: the settings as their text, and what it knows from each kind of connection. */
export interface Stored {
  settings: string;
  feeds: Record<string, Feed>;
}

/** Read from any page of the extension; of each kind one connection is expected. */
export async function readStored(page: Page): Promise<Stored> {
  const { settings, state } = await readLocal(page);
  const feeds = state.feeds.map((feed) => [feed.kind, feed]);
  return { settings: JSON.stringify(settings), feeds: Object.fromEntries(feeds) };
}

/** The feed of that kind; an error where none is stored. */
export function feedOf({ feeds }: Stored, kind: string): Feed {
  const feed = feeds[kind];
  if (feed === undefined) throw new Error(`Nothing is stored of ${kind}`);
  return feed;
}

/** As if so long had passed since all that is stored was written: times of services as well as our own. */
export async function letTimePass(page: Page, ms: number): Promise<void> {
  const { state } = await readLocal(page);
  // Whatever is a moment of our times is a number of this size, and nothing else is.
  const earlier = (_: string, value: unknown) =>
    typeof value === 'number' && value > 1e12 ? value - ms : value;
  const aged: unknown = JSON.parse(JSON.stringify(state), earlier);
  await page.evaluate(
    `(globalThis.browser ?? chrome).storage.local.set(${JSON.stringify({ state: aged })})`,
  );
}

/** A round as a page asks for it: by the *Refresh* button, or as the popup does while it is open. Returns at its end. */
export async function askForRound(page: Page, asker: 'user' | 'popup'): Promise<void> {
  const command = JSON.stringify({ kind: 'refresh', asker });
  await page.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage(${command})`);
}

async function readLocal(page: Page): Promise<{ settings: unknown; state: State }> {
  const text = await page.evaluate(
    `(globalThis.browser ?? chrome).storage.local.get(['settings', 'state']).then(JSON.stringify)`,
  );
  // Written by our own background, and read by its own parser a moment ago.
  return JSON.parse(String(text)) as { settings: unknown; state: State };
}
