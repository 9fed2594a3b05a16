import { h } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { NOTHING } from '../../../entrypoints/history/read';
import { useHistory } from '../../../entrypoints/history/use-history';
import type { HistoryMark } from '../../../lib/browser/history-mark';
import { drawn } from '../../support/examples/drawn';

const { load, watchHistory } = vi.hoisted(() => ({ load: vi.fn(), watchHistory: vi.fn() }));
vi.mock('../../../entrypoints/history/read', async (original) => ({
  ...(await original<object>()),
  load,
}));
vi.mock('../../../lib/browser/history-mark', () => ({
  loadHistoryMark: async () => null,
  watchHistory,
}));

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
/** Until the database has answered and all is drawn. */
const settled = () =>
  act(async () => {
    await turn();
    await turn();
  });
/** What the page does once it is idle. */
const waiting = new Map<number, () => void>();
const idle = () =>
  act(async () => {
    for (const [id, callback] of [...waiting]) {
      waiting.delete(id);
      callback();
    }
    await turn();
    await turn();
  });
/** The weeks that were read since the last call. */
const weeksRead = () => load.mock.calls.splice(0).map(([{ from }]) => from);
let write: (mark: HistoryMark | null) => void;

beforeEach(() => {
  waiting.clear();
  load.mockImplementation(async ({ from }) => {
    // Not before the page waits for it.
    await turn();
    return { ...NOTHING, firstDate: `read for ${from}` };
  });
  watchHistory.mockImplementation((callback) => {
    write = callback;
    return () => undefined;
  });
  let count = 0;
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => {
    count += 1;
    waiting.set(count, callback);
    return count;
  });
  vi.stubGlobal('cancelIdleCallback', (id: number) => waiting.delete(id));
});

/** What each drawing showed. */
const texts: (string | null)[] = [];

function Probe({ from, project = null }: { from: string; project?: string | null }) {
  const view = { period: { kind: 'week' as const, from }, project };
  const { read, problem } = useHistory(view, () => 'somebody', '');
  const shown = read && [read.view.period.from, read.view.project, read.firstDate].join();
  texts.push(shown);
  return h('p', null, problem ?? shown);
}

/** Draws it as a page does, and waits until the database has answered. */
async function opened(from: string) {
  const page = await drawn(h(Probe, { from }));
  const step = async (props: { from: string; project?: string }) => {
    await page.redraw(h(Probe, props));
    await settled();
  };
  await settled();
  return { ...page, step };
}

test('the weeks before and after are read once the page is idle', async () => {
  const page = await opened('2026-03-09');
  expect(page.text()).toBe('2026-03-09,,read for 2026-03-09');
  expect(weeksRead()).toEqual(['2026-03-09']);
  await idle();
  expect(weeksRead()).toEqual(['2026-03-02', '2026-03-16']);
});

test('a step to one of them shows it at once, and reads the one that is next to it', async () => {
  const page = await opened('2026-03-09');
  await idle();
  weeksRead();
  load.mockReturnValue(new Promise(() => undefined));
  texts.length = 0;
  await page.step({ from: '2026-03-02', project: 'p' });
  expect(new Set(texts)).toEqual(new Set(['2026-03-02,p,read for 2026-03-02']));
  await idle();
  expect(weeksRead()).toEqual(['2026-02-23']);
  await page.step({ from: '2026-03-09' });
  expect(page.text()).toBe('2026-03-09,,read for 2026-03-09');
  // What was two weeks away is forgotten.
  await page.step({ from: '2026-03-16' });
  expect(page.text()).toBe('2026-03-09,,read for 2026-03-09');
});

test('a step further is read, and what was shown stays until then', async () => {
  const page = await opened('2026-03-09');
  await idle();
  weeksRead();
  let answer = (_: unknown): void => undefined;
  load.mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  await page.step({ from: '2026-03-02' });
  await page.step({ from: '2026-02-23' });
  expect(page.text()).toBe('2026-03-02,,read for 2026-03-02');
  expect(weeksRead()).toEqual(['2026-02-23']);
  answer({ ...NOTHING, firstDate: 'late' });
  await settled();
  expect(page.text()).toBe('2026-02-23,,late');
});

test('after something was written, all is read again', async () => {
  const page = await opened('2026-03-09');
  await idle();
  weeksRead();
  await act(async () => {
    write(null);
  });
  await settled();
  await idle();
  expect(weeksRead()).toEqual(['2026-03-09', '2026-03-02', '2026-03-16']);
  expect(page.text()).toBe('2026-03-09,,read for 2026-03-09');
});

test('a database of a newer version is called so', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  load.mockRejectedValue(new DOMException('a lower version', 'VersionError'));
  expect((await opened('2026-03-09')).text()).toBe('historyNewer');
});

test('a neighbour that cannot be read is read by the step to it', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const page = await opened('2026-03-09');
  load.mockRejectedValue(new Error('closed'));
  await idle();
  expect(page.text()).toBe('2026-03-09,,read for 2026-03-09');
  await page.step({ from: '2026-03-02' });
  expect(page.text()).toBe('historyProblem');
  await page.step({ from: '2026-03-09' });
  expect(page.text()).toBe('2026-03-09,,read for 2026-03-09');
});

test('a database that does not answer for three seconds is told of, until it answers', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  let answer = (_: unknown): void => undefined;
  load.mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  const page = await opened('2026-03-09');
  await act(async () => {
    await vi.advanceTimersByTimeAsync(2_999);
  });
  expect(page.text()).toBe('');
  await act(async () => {
    await vi.advanceTimersByTimeAsync(1);
  });
  expect(page.text()).toBe('historySlow');
  answer({ ...NOTHING, firstDate: 'late' });
  await settled();
  expect(page.text()).toBe('2026-03-09,,late');
  await act(async () => {
    await vi.advanceTimersByTimeAsync(10_000);
  });
  expect(page.text()).toBe('2026-03-09,,late');
});
