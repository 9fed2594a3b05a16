import { mayReach } from '../../lib/browser/permissions';
import { loadPreferences } from '../../lib/browser/preferences-storage';
import { loadSettings } from '../../lib/browser/settings-storage';
import { loadState, saveState } from '../../lib/browser/state-storage';
import { failure } from '../../lib/core/failure';
import { heldUntilMs, isFeedDue, seen } from '../../lib/core/feed';
import { afterAsking, NEVER_ASKED, type Wish } from '../../lib/core/schedule';
import type { Settings } from '../../lib/core/settings';
import { type Feed, feedsFor, type State, withFeeds } from '../../lib/core/state';
import { ask, failed } from './ask';
import { show } from './show';
import { userDay } from './user-day';

/** Requests on the wire at a time. */
const AT_A_TIME = 4;
/** What has come by then is shown: one slow service does not hold back the others. */
const SHOW_EVERY_MS = 1_000;

/** What is due to whoever asks is fetched and stored, then badge and alarm are drawn from what is stored. */
export async function runRound(asked: Omit<Wish, 'intervalS'>): Promise<void> {
  const [{ settings, unreadable }, preferences, stored] = await Promise.all([
    loadSettings(),
    loadPreferences(),
    loadState(),
  ]);
  const wish = { ...asked, intervalS: preferences.refreshEveryS };
  const publish = async (state: State) => {
    if (JSON.stringify(state) !== JSON.stringify(stored)) await saveState(state);
    await show(state, preferences);
  };
  const feeds = await Promise.all(
    feedsFor(stored, settings).map((feed) =>
      withPermission(wish.asker === 'popup' ? seen(feed) : feed, wish.intervalS),
    ),
  );
  const known = { ...stored, settingsUnreadable: unreadable, feeds };
  const due = feeds.filter((feed) => isFeedDue(feed, feeds, wish, Date.now()));
  await publish(due.length === 0 ? known : await askAll(known, due, settings, wish, publish));
}

/** A feed that may not be reached waits for the user; one that may be again is asked at once. */
async function withPermission(feed: Feed, intervalS: number): Promise<Feed> {
  const isForbidden = feed.failure?.kind === 'permission';
  if (await mayReach(feed.address)) {
    return isForbidden ? { ...feed, failure: null, schedule: NEVER_ASKED } : feed;
  }
  return isForbidden ? feed : failed(feed, failure('permission'), intervalS);
}

/** Asks a few at a time. The due times are saved before a request leaves: a worker killed meanwhile does not ask twice. */
async function askAll(
  known: State,
  due: Feed[],
  settings: Settings,
  { intervalS }: Wish,
  publish: (state: State) => Promise<void>,
): Promise<State> {
  const queue = due.map((feed) => ({
    ...feed,
    schedule: afterAsking(feed.schedule, Date.now(), intervalS),
  }));
  let state = withFeeds(known, queue);
  await saveState(state);
  const day = userDay(state);
  const askNext = async (): Promise<void> => {
    const feed = queue.shift();
    if (feed === undefined) return;
    const connection = settings.connections.find(({ id }) => id === feed.connectionId);
    if (connection !== undefined && heldUntilMs(feed, state.feeds) <= Date.now()) {
      const asked = await ask(feed, connection, day, intervalS);
      state = withFeeds(state, [asked]);
    }
    await askNext();
  };
  const all = Promise.all(Array.from({ length: AT_A_TIME }, askNext)).then(() => true);
  while (!(await Promise.race([all, pause()]))) await publish(state);
  return state;
}

function pause(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), SHOW_EVERY_MS));
}
