import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openPage } from '../../../lib/browser/page-port';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

interface Port {
  name: string;
  isOpen: boolean;
  backgroundEnds(): void;
}

/** The page's ends of its ports, in order. */
let ports: Port[] = [];

function fakePort(name = ''): Port {
  let listener = () => {};
  const port = {
    name,
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
  return port;
}

const connecting = () => vi.spyOn(fakeBrowser.runtime, 'connect');
const told = vi.fn();

beforeEach(() => {
  resetFakeBrowser();
  vi.useFakeTimers();
  ports = [];
  const connect = (info: { name: string }) => fakePort(info.name);
  connecting().mockImplementation(connect as unknown as typeof fakeBrowser.runtime.connect);
  return () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  };
});

const open = () => ports.filter(({ isOpen }) => isOpen).map(({ name }) => name);

test('the background is told once, until the page closes', () => {
  const close = openPage(told);
  vi.advanceTimersByTime(60_000);
  expect(ports).toHaveLength(1);
  expect(open()).toEqual(['open-page']);
  expect(told).toHaveBeenCalledTimes(1);
  close();
  expect(open()).toEqual([]);
});

test('a background that the browser ended is told anew, two seconds later', () => {
  const close = openPage(told);
  ports[0]?.backgroundEnds();
  vi.advanceTimersByTime(1999);
  expect(open()).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(open()).toEqual(['open-page']);
  expect(told).toHaveBeenCalledTimes(2);
  close();
  expect(open()).toEqual([]);
});

test('why a port ended is read: else Chromium logs it as an error of the page', () => {
  const lastError = vi.fn();
  Object.defineProperty(fakeBrowser.runtime, 'lastError', { get: lastError, configurable: true });
  const close = openPage(told);
  expect(lastError).not.toHaveBeenCalled();
  ports[0]?.backgroundEnds();
  expect(lastError).toHaveBeenCalledOnce();
  close();
});

test('a page that closes meanwhile tells nothing any more', () => {
  const close = openPage(told);
  ports[0]?.backgroundEnds();
  close();
  vi.advanceTimersByTime(60_000);
  expect(ports).toHaveLength(1);
});

test('a browser that refuses costs the page nothing', () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  connecting().mockImplementation(() => {
    throw new Error('No.');
  });
  const close = openPage(told);
  expect(told).not.toHaveBeenCalled();
  close();
});
