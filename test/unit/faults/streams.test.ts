import { describe, expect, test } from 'vitest';
import { MESSAGE, STREAM_FAULTS } from '../../support/stand-ins/event-streams';
import { SERVICES } from '../../support/stand-ins/stand-ins';
import { until } from '../../support/until';
import { goOn } from '../../support/worker/clock';
import { askFromPopup, openPopup, POPUP_ASKS_EVERY_MS } from '../../support/worker/fake-pages';
import { startWorker } from '../../support/worker/rounds';
import { storedFeed, storedFeeds } from '../../support/worker/stored';
import { type World, world } from '../../support/worker/world';

const A_QUARTER = 15 * 60_000;

async function watching(): Promise<World> {
  const made = await world({ services: SERVICES });
  await startWorker();
  return made;
}

/** Leaves the popup open for a quarter of an hour. */
async function leaveOpen(): Promise<void> {
  for (let passedMs = 0; passedMs < A_QUARTER; passedMs += POPUP_ASKS_EVERY_MS) {
    goOn(POPUP_ASKS_EVERY_MS);
    await askFromPopup();
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** How often the popup's asking alone asks a workflow in that time. */
const POLLS = A_QUARTER / POPUP_ASKS_EVERY_MS;
const polls = ({ b3os }: World) =>
  b3os.requests.filter(({ path }) => !path.includes('/stream')).length;

/** The streams that are opened in a quarter of an hour of an open popup. */
const OPENED = {
  // Where there is none, none is looked for again.
  ...{ '401': 1, '404': 1, '429 with Retry-After': 1, 'HTML with 200': 1, 'JSON with 200': 1 },
  ...{ 'a message of another content type': 1, 'an endless line': 1 },
  // At once, then after 15, 30, 60, 120 and 240 s, and then every 5 min.
  ...{ 'the end at once': 7, 'a reset': 7, 'a redirect': 7 },
  // It may go on for ever.
  ...{ 'headers and silence': 1, 'heartbeats alone': 1, silence: 1 },
} satisfies Record<keyof typeof STREAM_FAULTS, number>;

describe('a stream that fails costs nothing: the service is asked as often as without it', () => {
  const faults = Object.entries(OPENED).map(([fault, opened]) => ({ fault, opened }));
  test.for(faults)('$fault: opened $opened times', async ({ fault, opened }) => {
    const made = await watching();
    // The names of the table.
    made.b3os.streams.meet(STREAM_FAULTS[fault as keyof typeof STREAM_FAULTS]);
    await openPopup();
    await until(() => made.b3os.streams.opened.length === 1, 'the try');
    await leaveOpen();
    expect(made.b3os.streams.opened).toHaveLength(opened);
    expect(polls(made)).toBe(1 + POLLS);
    for (const feed of Object.values(await storedFeeds())) expect(feed.failure).toBeNull();
    expect(Object((await storedFeed('b3os')).data).status).toBe('workflow_running');
  });
});

test('a popup that is opened anew looks again for the stream that was refused', async () => {
  const made = await watching();
  made.b3os.streams.meet(STREAM_FAULTS['404']);
  const popup = await openPopup();
  await until(() => made.b3os.streams.opened.length === 1, 'the first try');
  popup.disconnect();
  made.b3os.streams.meet(null);
  await openPopup();
  await expect.poll(made.b3os.streams.open).toEqual(['order_0']);
});

test('a stream that ends after a message is opened again 15 s later, as often as that happens', async () => {
  const made = await watching();
  await openPopup();
  for (let times = 1; times <= 3; times += 1) {
    await until(() => made.b3os.streams.open().length === 1, 'the stream');
    const before = polls(made);
    made.b3os.streams.send('order_0', MESSAGE);
    await until(() => polls(made) > before, 'the request');
    made.b3os.streams.end('order_0');
    await until(() => made.b3os.streams.open().length === 0, 'its end');
    await new Promise((resolve) => setTimeout(resolve, 20));
    goOn(POPUP_ASKS_EVERY_MS);
    await askFromPopup();
    await expect.poll(() => made.b3os.streams.opened.length).toBe(times + 1);
  }
});

test('a service without streams has the newest four tried, and no others', async () => {
  const made = await world({ services: ['b3os'], workflows: 9 });
  await startWorker();
  made.b3os.streams.meet(STREAM_FAULTS['404']);
  await openPopup();
  await leaveOpen();
  expect(made.b3os.streams.opened.sort()).toEqual(['order_5', 'order_6', 'order_7', 'order_8']);
});
