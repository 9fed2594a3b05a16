import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { FollowedRuns } from '../../../entrypoints/options/zaia/followed-runs';
import { NO_STATE } from '../../../lib/core/state/state';
import type { Nesting } from '../../../lib/core/zaia/nesting';
import type { ZaiaConnection } from '../../../lib/core/zaia/zaia';
import { drawn } from '../../support/examples/drawn';

const RUN = '7d0c9b1e-2f43-4a53-9a0d-000000000001';
const NEXT = '7d0c9b1e-2f43-4a53-9a0d-000000000002';

const { askDetail, follow } = vi.hoisted(() => ({ askDetail: vi.fn(), follow: vi.fn() }));
vi.mock('../../../lib/browser/send-command', () => ({ askDetail, follow }));

const connection: ZaiaConnection = {
  kind: 'zaia',
  id: 'a',
  address: 'https://zaia.example',
  token: 'zaia-token',
  responderIds: [],
  show: 5,
};

const run: Nesting['nodes'][number] = {
  ...{ id: RUN, startedAtMs: 0, endedAtMs: null, status: 'running', credits: 0 },
  ...{ isAgentic: false, isPurged: false, depth: 0 },
};

/** The form, whose next run is known to Zaia only when `answer` is called. */
async function form() {
  let answer = (_: { isDone: boolean }): void => undefined;
  askDetail.mockResolvedValue({ failure: null, data: { nodes: [run], notShown: 0 } });
  follow.mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  const page = await drawn(h(FollowedRuns, { connection, state: NO_STATE }));
  const value = () => page.page.querySelector('input')?.value;
  const draw = (followed: string[]) =>
    page.redraw(h(FollowedRuns, { connection: { ...connection, followed }, state: NO_STATE }));
  return { ...page, draw, answer: (isDone = true) => answer({ isDone }), value };
}

test('once a run is followed, the field is empty for the next one', async () => {
  const { type, submit, answer, value, text } = await form();
  await type(RUN);
  await submit();
  answer();
  await expect.poll(text).toContain('Followed.');
  expect(value()).toBe('');
});

test('what is typed while Zaia is asked stays', async () => {
  const { type, submit, answer, value, text } = await form();
  await type(RUN);
  await submit();
  await type(NEXT);
  answer();
  await expect.poll(text).toContain('Followed.');
  expect(value()).toBe(NEXT);
});

test.each([
  ['the connection is gone', 0, 'This connection is no longer there. Nothing was changed.'],
  ['20 are followed meanwhile', 20, 'At most 20 runs can be followed.'],
])('it says why a run is not followed: %s', async (_, length, words) => {
  const { type, submit, answer, draw, text } = await form();
  await type(RUN);
  await submit();
  await expect.poll(() => follow.mock.calls.length).toBeGreaterThan(0);
  await draw(Array.from({ length }, (_, at) => String(at)));
  answer(false);
  await expect.poll(text).toContain(words);
});

test('what was wrong with a text goes once it is changed', async () => {
  const { type, submit, page } = await form();
  const error = () => page.querySelector('.error')?.textContent ?? '';
  await type('no id');
  await submit();
  expect(error()).not.toBe('');
  await type(RUN);
  expect(error()).toBe('');
});
