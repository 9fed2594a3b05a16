import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openPage } from '../../../lib/browser/page-port';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

/** The page's ends of the ports it opened, in order. */
let ports: { name: string; isOpen: boolean; backgroundEnds(): void }[] = [];
let nowMs = 0;

beforeEach(() => {
  resetFakeBrowser();
  [ports, nowMs] = [[], 0];
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
  vi.spyOn(fakeBrowser.runtime, 'connect').mockImplementation((info) => {
    let listener = () => {};
    const port = {
      name: typeof info === 'object' ? (info.name ?? '') : '',
      isOpen: true,
      backgroundEnds: () => {
        port.isOpen = false;
        listener();
      },
      onDisconnect: {
        addListener: (added: () => void) => {
          listener = added;
        },
      },
      disconnect: () => {
        port.isOpen = false;
      },
    };
    ports.push(port);
    return port as unknown as ReturnType<typeof fakeBrowser.runtime.connect>;
  });
});

const open = () => ports.filter(({ isOpen }) => isOpen).length;

test('the background is told once, until the page closes', () => {
  const told = vi.fn();
  const page = openPage(told);
  page.keepOpen();
  expect(ports.map(({ name }) => name)).toEqual(['open-page']);
  expect(told).toHaveBeenCalledTimes(1);
  page.close();
  expect(open()).toBe(0);
});

test('a background that the browser ended is told anew at once', () => {
  const told = vi.fn();
  openPage(told);
  nowMs += 30_000;
  ports[0]?.backgroundEnds();
  expect(open()).toBe(1);
  expect(told).toHaveBeenCalledTimes(2);
});

test('one that ends as soon as it has started is told when the page looks again', () => {
  const told = vi.fn();
  const page = openPage(told);
  nowMs += 1000;
  ports[0]?.backgroundEnds();
  expect(ports).toHaveLength(1);
  page.keepOpen();
  expect(open()).toBe(1);
  expect(told).toHaveBeenCalledTimes(2);
});

test('a browser that refuses is asked again when the page looks again', () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.mocked(fakeBrowser.runtime.connect).mockImplementationOnce(() => {
    throw new Error('No.');
  });
  const told = vi.fn();
  const page = openPage(told);
  expect(told).not.toHaveBeenCalled();
  page.close();
  page.keepOpen();
  expect(told).toHaveBeenCalledTimes(1);
});
