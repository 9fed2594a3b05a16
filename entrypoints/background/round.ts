import { badgeDrawer, type DrawBadge } from '../../lib/browser/badge';
import { isAway } from '../../lib/browser/idle';
import { loadReach } from '../../lib/browser/permissions';
import { loadPreferences } from '../../lib/browser/preferences-storage';
import { loadSettings } from '../../lib/browser/settings-storage';
import { loadState, saveState } from '../../lib/browser/state-storage';
import { browserTimeZone } from '../../lib/browser/texts';
import { failure } from '../../lib/core/feeds/failure';
import { AT_A_TIME, AWAY_INTERVAL_S } from '../../lib/core/feeds/policy';
import { afterAsking, dueAtOnce, type Wish } from '../../lib/core/feeds/schedule';
import type { Settings } from '../../lib/core/settings/settings';
import { heldUntilMs, isFeedDue, seen } from '../../lib/core/state/feed';
import {
  type Feed,
  feedsFor,
  type State,
  withFeeds,
  withoutConnection,
} from '../../lib/core/state/state';
import type { Day } from '../../lib/core/time/day';
import { ask, failed, type RoundTime } from './ask';
import { show } from './show';
import { userDay } from './user-day';

/** What has come by then is shown: one slow service does not hold back the others. */
const SHOW_EVERY_MS = 1_000;

/** What is due to whoever asks is fetched and stored, then badge and alarm are drawn from what is stored. */
export async function runRound(asked: Omit<Wish, 'intervalS'>): Promise<void> {
  const reading = Promise.all([
    loadSettings(),
    loadPreferences(),
    loadState(),
    isAway(),
    loadReach(),
  ]);
  // Meanwhile: to ask for it takes as long as to read all of that.
  const timeZone = browserTimeZone();
  const [{ settings, unreadable }, preferences, stored, away, mayReach] = await reading;
  const { refreshEveryS } = preferences;
  const intervalS = away ? Math.max(refreshEveryS, AWAY_INTERVAL_S) : refreshEveryS;
  const wish = { ...asked, intervalS };
  let saved = stored;
  const save = async (state: State) => {
    try {
      await saveState(state, saved);
      saved = state;
    } catch (error) {
      // A full disk: the badge still shows what was learnt, and the next round tries again.
      console.error('What was learnt could not be stored', error);
    }
  };
  let begun: Promise<DrawBadge> | null = null;
  const beginDrawing = () => {
    begun ??= badgeDrawer();
    // Where that fails, `publish` says so: until then it is no failure that nobody caught.
    Promise.allSettled([begun]);
    return begun;
  };
  const publish = async (state: State) => {
    const drawing = beginDrawing();
    const shown = drawing.then((drawBadge) => show(state, preferences, timeZone, drawBadge));
    // The badge first: to hand the state over takes a millisecond. Where it cannot be drawn, the state is stored all the same.
    await Promise.allSettled([drawing]);
    await Promise.all([shown, save(state)]);
  };
  const feeds = await Promise.all(
    feedsFor(stored, settings).map(async (feed) =>
      withPermission(
        wish.asker === 'popup' ? seen(feed) : feed,
        await mayReach(feed.address),
        intervalS,
      ),
    ),
  );
  // What cannot be read now was known once: it stays visible, as old, and is not asked.
  const orphans = unreadable ? withoutConnection(stored, settings) : [];
  const known = { ...stored, settingsUnreadable: unreadable, feeds: [...feeds, ...orphans] };
  const due = feeds
    .filter((feed) => isFeedDue(feed, feeds, wish, Date.now()))
    // What has failed may keep silent for long: it comes last.
    .sort((a, b) => a.schedule.failures - b.schedule.failures);
  let day: Day | null = null;
  const time: RoundTime = {
    intervalS,
    timeZone,
    day: () => {
      day ??= userDay(known, timeZone);
      return day;
    },
  };
  // After an answer it would hold back the badge, before the requests those: the browser's part of it takes a millisecond.
  const meanwhile = () => {
    time.day();
    beginDrawing();
  };
  await publish(
    due.length === 0
      ? known
      : await askAll(known, due, settings, time, { save, meanwhile, publish }),
  );
}

/** A feed that may not be reached waits for the user; one that may be again is asked at once. */
function withPermission(feed: Feed, isAllowed: boolean, intervalS: number): Feed {
  const isForbidden = feed.failure?.kind === 'permission';
  if (isAllowed) {
    return isForbidden ? { ...feed, failure: null, schedule: dueAtOnce(feed.schedule) } : feed;
  }
  return isForbidden ? feed : failed(feed, failure('permission'), intervalS);
}

/** What goes with asking. */
interface Steps {
  /** Stores it. */
  save(state: State): Promise<void>;
  /** Is called once, when the first requests are out. */
  meanwhile(): void;
  /** Draws and stores it. */
  publish(state: State): Promise<void>;
}

/**
 * Asks a few at a time. The due times are on their way to the storage before a request leaves: a worker killed meanwhile does
 * not ask twice. They are not waited for, which would hold back each request by a way to the browser and back.
 */
async function askAll(
  known: State,
  due: Feed[],
  settings: Settings,
  time: RoundTime,
  { save, meanwhile, publish }: Steps,
): Promise<State> {
  const queue = due.map((feed) => ({
    ...feed,
    schedule: afterAsking(feed.schedule, Date.now(), time.intervalS),
  }));
  let state = withFeeds(known, queue);
  const claimed = save(state);
  // What a host of these says now, the others of it heed; what it said before, `due` has looked at.
  const answered: Feed[] = [];
  const askNext = async (): Promise<void> => {
    const feed = queue.shift();
    if (feed === undefined) return;
    const connection = settings.connections.find(({ id }) => id === feed.connectionId);
    if (connection !== undefined && heldUntilMs(feed, answered, Date.now()) <= Date.now()) {
      const asked = await ask(feed, connection, time);
      answered.push(asked);
      state = withFeeds(state, [asked]);
    }
    await askNext();
  };
  const all = Promise.all(Array.from({ length: AT_A_TIME }, askNext)).then(() => true);
  meanwhile();
  await claimed;
  while (!(await Promise.race([all, pause()]))) {
    await publish(state);
    // The user changed the connections: the next round, which waits, need not wait for the silent ones of this one.
    if (!isSame((await loadSettings()).settings, settings)) {
      const left = new Set(queue.splice(0).map(({ connectionId }) => connectionId));
      // Not asked after all: as due as before.
      state = withFeeds(
        state,
        due.filter(({ connectionId }) => left.has(connectionId)),
      );
      break;
    }
  }
  return state;
}

function isSame(a: Settings, b: Settings): boolean {
  const ids = ({ connections }: Settings) => connections.map(({ id }) => id).join();
  return ids(a) === ids(b);
}

function pause(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), SHOW_EVERY_MS));
}
