import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSeen } from '../../../entrypoints/popup/use-seen';

const { sayIsSeen, ends } = vi.hoisted(() => ({ sayIsSeen: vi.fn(), ends: [] as unknown[] }));

// Effects run at once, without a page.
vi.mock('preact/hooks', () => ({
  useEffect: (effect: () => unknown) => ends.push(effect()),
  useRef: (current: unknown) => ({ current }),
}));
vi.mock('../../../lib/browser/send-command', () => ({ sayIsSeen }));

let page: EventTarget;
beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  ends.length = 0;
});
afterEach(() => {
  vi.unstubAllGlobals();
  sayIsSeen.mockClear();
});

test('in the popup, what is in view is seen', () => {
  const onSeen = useSeen(false);
  onSeen('a');
  onSeen('b');
  expect(sayIsSeen.mock.calls).toEqual([[['a']], [['b']]]);
});

test.each(['pointermove', 'pointerdown', 'wheel', 'keydown', 'focus'])(
  'in the side panel, it is seen once somebody uses the panel: %s',
  (sign) => {
    const onSeen = useSeen(true);
    onSeen('a');
    onSeen('b');
    onSeen('a');
    expect(sayIsSeen).not.toHaveBeenCalled();
    page.dispatchEvent(new Event(sign));
    page.dispatchEvent(new Event(sign));
    expect(sayIsSeen.mock.calls).toEqual([[['a', 'b']]]);
    onSeen('c');
    page.dispatchEvent(new Event(sign));
    expect(sayIsSeen).toHaveBeenLastCalledWith(['c']);
  },
);

test('a side panel that is closed says nothing any more', () => {
  useSeen(true)('a');
  for (const end of ends) if (typeof end === 'function') end();
  page.dispatchEvent(new Event('pointermove'));
  expect(sayIsSeen).not.toHaveBeenCalled();
});
