import type { Page } from 'puppeteer-core';
import { type Feed, type State, stateOf } from '../../../lib/core/state/state.ts';
import { evaluateText } from './evaluate.ts';

/** What the extension has stored: the settings as their text, and what it knows from each kind of connection. */
export interface Stored {
  settings: string;
  feeds: Record<string, Feed>;
}

/** Read from any page of the extension; of each kind one connection is expected. */
export async function readStored(page: Page): Promise<Stored> {
  const { settings, state, schedules } = await readAll(page);
  const feeds = stateOf({ state, schedules }).feeds.map((feed) => [feed.kind, feed]);
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
  const { state, schedules } = await readAll(page);
  // Whatever is a moment of our times is a number of this size, and nothing else is.
  const earlier = (_: string, value: unknown) =>
    typeof value === 'number' && value > 1e12 ? value - ms : value;
  const aged = (item: object) => JSON.stringify(JSON.parse(JSON.stringify(item), earlier));
  await page.evaluate(`(async () => {
    const { local, session } = (globalThis.browser ?? chrome).storage;
    await local.set(${aged({ state })});
    await session.set(${aged({ schedules })});
  })()`);
}

/** A round as a page asks for it: by the *Refresh* button, or as the popup does while it is open. Returns at its end. */
export async function askForRound(page: Page, asker: 'user' | 'popup'): Promise<void> {
  const command = JSON.stringify({ kind: 'refresh', asker });
  await page.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage(${command})`);
}

async function readAll(
  page: Page,
): Promise<{ settings: unknown; state: State; schedules: unknown }> {
  const text = await evaluateText(
    page,
    `(async () => {
    const { local, session } = (globalThis.browser ?? chrome).storage;
    return JSON.stringify({ ...(await local.get()), ...(await session.get('schedules')) });
  })()`,
  );
  // Written by our own background, and read by its own parser a moment ago.
  return JSON.parse(String(text)) as { settings: unknown; state: State; schedules: unknown };
}
