import { describe, expect, test } from 'vitest';
import { MESSAGE } from '../../support/stand-ins/event-streams';
import { until } from '../../support/until';
import { goOn } from '../../support/worker/clock';
import { becomeIdle } from '../../support/worker/fake-browser';
import { askFromPopup, openPopup, POPUP_ASKS_EVERY_MS } from '../../support/worker/fake-pages';
import { roundEnds, startWorker } from '../../support/worker/rounds';
import { storedFeed } from '../../support/worker/stored';
import { quietly } from '../../support/worker/watched-streams';
import { type World, world } from '../../support/worker/world';

async function listening(workflows = 1): Promise<World> {
  const made = await world({ services: ['b3os'], workflows });
  await startWorker();
  await openPopup();
  await until(() => made.b3os.streams.open().length === workflows, 'the streams');
  return made;
}

/** How often each workflow was asked, by its id. */
function asked({ b3os }: World): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { path } of b3os.requests.filter(({ path }) => !path.includes('/stream'))) {
    const id = /executions\/(\w+)/.exec(path)?.[1] ?? '';
    counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const statusStored = async () => Object((await storedFeed('b3os')).data).status;

test('a message asks that execution again at once, and no other', async () => {
  const made = await listening(3);
  made.b3os.advance('order_1', 'workflow_waiting');
  await expect.poll(() => asked(made)).toEqual({ order_0: 1, order_1: 2, order_2: 1 });
  // Also not in the rounds that follow.
  await roundEnds();
  await roundEnds();
  expect(asked(made)).toEqual({ order_0: 1, order_1: 2, order_2: 1 });
});

test('what the message says is not believed', async () => {
  const made = await listening();
  made.b3os.streams.send('order_0', MESSAGE);
  await expect.poll(() => asked(made)).toEqual({ order_0: 2 });
  await roundEnds();
  expect(MESSAGE).toContain('workflow_failed');
  expect(await statusStored()).toBe('workflow_running');
});

test('a heartbeat asks nothing', async () => {
  const made = await listening();
  made.b3os.streams.send('order_0', ': still here\n\n'.repeat(100));
  await wait(50);
  expect(asked(made)).toEqual({ order_0: 1 });
});

test('of a thousand messages a second, one a second is heeded, and the last one is', async () => {
  const made = await listening();
  const beginMs = performance.now();
  for (let moment = 0; moment < 250; moment += 1) {
    made.b3os.streams.send('order_0', MESSAGE.repeat(10));
    await wait(10);
  }
  const { order_0: during = 0 } = asked(made);
  const passedS = (performance.now() - beginMs) / 1000;
  expect(during - 1).toBeGreaterThanOrEqual(2);
  expect(during - 1).toBeLessThanOrEqual(passedS + 1);
  made.b3os.advance('order_0', 'workflow_succeeded');
  await expect.poll(statusStored, { timeout: 2000 }).toBe('workflow_succeeded');
  const moments = made.b3os.requests.filter(({ path }) => !path.includes('/stream'));
  const gaps = moments.slice(2).map(({ exactMs }, at) => exactMs - (moments[at + 1]?.exactMs ?? 0));
  // A timer may go off a moment early.
  for (const gap of gaps) expect(gap).toBeGreaterThan(950);
});

test('a message while a request is out is heeded after it', async () => {
  const made = await listening();
  let isSlow = true;
  const body = { code: 200, data: { id: 'order_0', status: 'workflow_running' } };
  const slow = { status: 200, body, delivery: { byteEveryMs: 20 } };
  made.b3os.fail(() => (isSlow ? slow : null));
  made.b3os.streams.send('order_0', MESSAGE);
  await expect.poll(() => asked(made)).toEqual({ order_0: 2 });
  isSlow = false;
  made.b3os.advance('order_0', 'workflow_waiting');
  await expect.poll(statusStored, { timeout: 10_000 }).toBe('workflow_waiting');
  expect(asked(made)).toEqual({ order_0: 3 });
});

describe('all else is as the policy says', () => {
  test('a service that tells but does not answer is asked no more often than one that does not tell', async () => {
    const made = await listening();
    made.b3os.fail((good, { path }) =>
      path.includes('/stream') ? good : { status: 500, body: {} },
    );
    made.b3os.streams.send('order_0', MESSAGE);
    await expect.poll(() => asked(made)).toEqual({ order_0: 2 });
    await roundEnds();
    // What failed is not listened to.
    await expect.poll(made.b3os.streams.open).toEqual([]);
    await wait(1100);
    expect(asked(made)).toEqual({ order_0: 2 });
  });

  test('nobody at the computer makes no difference: somebody has left the popup open', async () => {
    const made = await listening();
    becomeIdle('locked');
    await roundEnds();
    made.b3os.advance('order_0', 'workflow_waiting');
    await expect.poll(statusStored).toBe('workflow_waiting');
  });

  test('a clock that is set back holds no message for hours', async () => {
    const made = await listening();
    made.b3os.advance('order_0', 'workflow_waiting');
    await expect.poll(statusStored).toBe('workflow_waiting');
    goOn(-3 * 3_600_000);
    made.b3os.advance('order_0', 'workflow_running');
    await expect.poll(statusStored, { timeout: 3000 }).toBe('workflow_running');
  });

  test('nor does it hold back for hours the stream that follows one that ended', async () => {
    const made = await listening();
    made.b3os.streams.end('order_0');
    await expect.poll(made.b3os.streams.open).toEqual([]);
    await quietly();
    goOn(-3 * 3_600_000);
    await askFromPopup();
    goOn(POPUP_ASKS_EVERY_MS);
    await askFromPopup();
    await expect.poll(made.b3os.streams.open).toEqual(['order_0']);
  });

  test('a page that closes takes back what was to be asked', async () => {
    const made = await world({ services: ['b3os'] });
    await startWorker();
    const popup = await openPopup();
    await until(() => made.b3os.streams.open().length === 1, 'the stream');
    made.b3os.streams.send('order_0', MESSAGE);
    await expect.poll(() => asked(made)).toEqual({ order_0: 2 });
    // This one would wait for a second.
    made.b3os.streams.send('order_0', MESSAGE);
    await wait(50);
    popup.disconnect();
    await wait(1100);
    expect(asked(made)).toEqual({ order_0: 2 });
  });
});
