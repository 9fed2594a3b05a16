import { h } from 'preact';
import { useState } from 'preact/hooks';
import { describe, expect, test, vi } from 'vitest';
import { AgentRuns } from '../../../../components/zaia/agent-runs';
import type { FollowReply } from '../../../../lib/core/messages/reply';
import type { Followed, Run } from '../../../../lib/core/zaia/agent-runs';
import { type Drawn, drawn } from '../../../support/examples/drawn';
import { runsFeed } from '../../../support/examples/example-feed';
import { ANSWERED_AT_MS, EXAMPLE_ZONE } from '../../../support/examples/example-timer';
import { textOf } from '../../../support/examples/popup-markup';
import type { Language } from '../../../support/examples/texts';

const run = (id: string, patch: Partial<Run> = {}): Run => ({
  ...{ id, startedAtMs: ANSWERED_AT_MS, endedAtMs: null, status: 'running' },
  ...{ credits: 1, isAgentic: false, isPurged: false },
  ...patch,
});

interface Given {
  runs: Run[];
  learntAtMs?: number;
  followed?: Followed[];
  reply?: FollowReply | null;
  isTopLevelOnly?: boolean;
  language?: Language;
}

async function section({ reply = null, language, ...given }: Given) {
  const follow = vi.fn(async () => reply);
  const View = ({
    runs,
    followed,
    isTopLevelOnly: initial = true,
    ...feed
  }: Omit<Given, 'reply'>) => {
    const [isTopLevelOnly, onTopLevelOnly] = useState(initial);
    const data = { runs, creditsToday: 0, isAtLeast: false, ...(followed && { followed }) };
    return h(AgentRuns, {
      ...{
        feeds: [runsFeed({ data, ...feed })],
        schedules: {},
        isTopLevelOnly,
        onTopLevelOnly,
        follow,
      },
      zone: { kind: 'named', timeZone: EXAMPLE_ZONE },
      askDetail: async () => null,
      onAllow: () => undefined,
      onOptions: () => undefined,
    });
  };
  const one = await drawn(h(View, given), language);
  return { follow, change: (changed: Given) => one.redraw(h(View, changed)), ...one };
}

/** The ids of the rows, in order. */
const rows = ({ page }: Drawn) =>
  [...page.querySelectorAll('li.item')].map((row) => row.id.replace('run-', ''));
const first = async (one: Drawn) =>
  one.open(textOf(one.page.querySelector('details > summary')?.innerHTML ?? '').trim());

test.each([
  ['now', ANSWERED_AT_MS, true],
  ['earlier today', Date.parse('2026-03-13T03:00:01Z'), true],
  ['yesterday', Date.parse('2026-03-13T02:59:59Z'), false],
])('credits of today are those of an answer of today: %s', async (_, learntAtMs, isShown) => {
  const { page } = await section({ runs: [run('a')], learntAtMs });
  const heading = page.querySelector('h2')?.textContent ?? '';
  expect(heading.includes('credits today')).toBe(isShown);
});

describe('followed runs', () => {
  const followed = [
    { id: 'x', run: run('x'), failure: null },
    { id: 'b', run: run('b', { status: 'completed' }), failure: null },
  ];

  test('stand on top, each once, as they were answered last', async () => {
    const one = await section({ runs: [run('a'), run('b'), run('c')], followed });
    expect(rows(one)).toEqual(['x', 'b', 'a', 'c']);
    const chips = [...one.page.querySelectorAll('.chip')];
    expect(chips.map((chip) => chip.getAttribute('data-status'))).toEqual([
      ...['running', 'completed', 'running', 'running'],
    ]);
    expect(one.text().match(/followed/g)).toHaveLength(2);
  });

  test('can be left, and others followed, once they are opened', async () => {
    const one = await section({ runs: [run('a')] });
    expect(one.text()).not.toContain('Follow');
    await first(one);
    await one.press('Follow');
    expect(one.follow.mock.calls).toEqual([[expect.objectContaining({ kind: 'zaia' }), 'a', true]]);
    const other = await section({ runs: [], followed });
    await first(other);
    await other.press('Unfollow');
    expect(other.follow.mock.calls).toEqual([[expect.anything(), 'x', false]]);
  });

  test.each<[string, FollowReply | null, string]>([
    ['the connection is gone', { isDone: false }, 'This connection is no longer there.'],
    ['the background is silent', null, 'The extension did not answer. Try again.'],
  ])('say why if %s', async (_, reply, words) => {
    const one = await section({ runs: [run('a')], reply });
    await first(one);
    await one.press('Follow');
    expect(one.page.querySelector('.follow [role="status"]')?.textContent).toContain(words);
  });

  test('say that there are 20 if a 21st is refused', async () => {
    const twenty = Array.from({ length: 20 }, (_, at) => String(at));
    const full = twenty.map((id) => ({ id, run: null, failure: null }));
    const one = await section({ runs: [run('a')], followed: full, reply: { isDone: false } });
    await first(one);
    await one.press('Follow');
    expect(one.text()).toContain('At most 20 runs can be followed.');
  });

  test.each([
    ['gets the focus back that it lost by moving', 'body', true],
    ['leaves the focus where the user moved it', 'summary', false],
  ])('their button %s', async (_, held, isTaken) => {
    const one = await section({ runs: [run('a')], reply: { isDone: true } });
    await first(one);
    // The fake page has no focus of its own.
    Object.assign(one.page, { activeElement: one.page.querySelector(held) });
    const focus = vi.fn();
    Object.assign(one.page.querySelector('.follow button') ?? {}, { focus });
    await one.press('Follow');
    expect(focus).toHaveBeenCalledTimes(isTaken ? 1 : 0);
  });

  test('stay open while they move to the top', async () => {
    const [a, b] = [run('a', { startedAtMs: ANSWERED_AT_MS - 60_000 }), run('b')];
    const one = await section({ runs: [b, a] });
    await one.open('6:16 PM Running 0:01:00 · 1 credit');
    expect(one.page.querySelector('#run-a .opened')).not.toBeNull();
    await one.change({ runs: [b, a], followed: [{ id: 'a', run: a, failure: null }] });
    expect(rows(one)).toEqual(['a', 'b']);
    expect(one.page.querySelector('#run-a .opened')?.textContent).toContain('Unfollow');
  });

  test('of which nothing is known yet have a row and can be left', async () => {
    const one = await section({ runs: [], followed: [{ id: 'x', run: null, failure: null }] });
    expect(one.text()).toContain('x Asking Zaia… Unfollow');
  });

  test.each([
    ['unknown-id', 'Zaia does not give this run: it was deleted'],
    ['token-refused', 'Zaia does not give this run'],
    ['timeout', 'Zaia did not answer in time.'],
  ] as const)('that fail say so in their row: %s', async (failure, words) => {
    const failing = { runs: [run('a')], followed: [{ id: 'x', run: null, failure }] };
    const one = await section(failing);
    expect(one.page.querySelector('li.item .problem')?.textContent).toContain(words);
    const known = await section({ runs: [], followed: [{ id: 'x', run: run('x'), failure }] });
    expect(known.page.querySelector('#run-x .problem')?.textContent).toContain(words);
    expect(known.page.querySelector('#run-x .chip')).not.toBeNull();
  });

  test('are in Portuguese, too', async () => {
    const one = await section({ runs: [], followed, language: 'pt-BR' });
    await first(one);
    expect(one.text()).toContain('Deixar de seguir');
    expect(one.text()).toContain('seguida');
  });
});

describe('only top-level runs', () => {
  const child = run('child', { parentId: 'a' });

  test('are shown if the list holds others, until the box is left', async () => {
    const one = await section({ runs: [run('a'), child] });
    expect(rows(one)).toEqual(['a']);
    const box = one.page.querySelector<HTMLInputElement>('input[type="checkbox"]');
    expect(box?.closest('label')?.textContent?.trim()).toBe('Only top-level runs');
    expect(box?.hasAttribute('checked')).toBe(true);
    await one.tick(false);
    expect(rows(one)).toEqual(['a', 'child']);
  });

  test('has no box if the list holds no others', async () => {
    const one = await section({ runs: [run('a')] });
    expect(one.page.querySelector('input')).toBeNull();
  });

  test('a followed child stays', async () => {
    const followed = [{ id: 'child', run: child, failure: null }];
    expect(rows(await section({ runs: [run('a'), child], followed }))).toEqual(['child', 'a']);
  });

  test('an empty list says why', async () => {
    const one = await section({ runs: [child] });
    expect(rows(one)).toEqual([]);
    expect(one.text()).toContain('Here are only runs that another run called.');
  });
});
