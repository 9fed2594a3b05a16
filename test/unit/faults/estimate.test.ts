/** The request for what is expected on a project fails in every way. Nothing else may notice. */
import { expect, test, vi } from 'vitest';
import { annotate, look } from '../../support/faults/seen';
import { onProjects } from '../../support/stand-ins/olie';
import type { Answer, Fault } from '../../support/stand-ins/server';
import { goOn } from '../../support/worker/clock';
import { sendFromPage } from '../../support/worker/fake-messages';
import { roundAfter, runBackground } from '../../support/worker/rounds';
import { shortenTimeouts, TIMES_FASTER } from '../../support/worker/timeouts';
import { world } from '../../support/worker/world';

const HOUR_MS = 3_600_000;
const whole = (good: Answer) => ({ status: 200, body: good.body });
const withExecutors = (executors: unknown) => ({ status: 200, body: { project: { executors } } });

/** When it is asked again, if the timer goes on. */
type Again = 'in an hour' | 'the next day';
const ROWS: { fault: string; meets: Fault; again: Again; hangs?: true }[] = [
  { fault: '401', meets: { status: 401, body: { message: 'No.' } }, again: 'the next day' },
  { fault: '403', meets: { status: 403, body: { message: 'No.' } }, again: 'the next day' },
  { fault: '404', meets: { status: 404, body: { message: 'No.' } }, again: 'the next day' },
  { fault: '405', meets: { status: 405, body: { message: 'No.' } }, again: 'in an hour' },
  { fault: '500', meets: { status: 500, body: { message: 'No.' } }, again: 'in an hour' },
  { fault: '503', meets: { status: 503, headers: { 'Retry-After': '900' } }, again: 'in an hour' },
  { fault: '429', meets: { status: 429 }, again: 'in an hour' },
  { fault: 'HTML', meets: { status: 200, body: '<html>Hotel</html>' }, again: 'the next day' },
  { fault: 'no body', meets: { status: 200, body: '' }, again: 'the next day' },
  { fault: 'null', meets: { status: 200, body: 'null' }, again: 'the next day' },
  { fault: 'a list', meets: { status: 200, body: [] }, again: 'the next day' },
  { fault: 'executors in a text', meets: withExecutors('x'), again: 'the next day' },
  { fault: 'no executor', meets: withExecutors([]), again: 'the next day' },
  { fault: '2 MB', meets: { status: 200, body: 'x'.repeat(2e6) }, again: 'the next day' },
  {
    fault: 'a redirect',
    meets: { status: 302, headers: { Location: '/elsewhere' }, body: '' },
    again: 'in an hour',
  },
  { fault: 'a reset', meets: 'reset', again: 'in an hour' },
  {
    fault: 'half a body',
    meets: (good) => ({ ...whole(good), delivery: 'half-then-end' }),
    again: 'in an hour',
  },
  { fault: 'silence', meets: 'silent', again: 'in an hour', hangs: true },
  {
    fault: 'headers and no body',
    meets: (good) => ({ ...whole(good), delivery: 'headers' }),
    again: 'in an hour',
    hangs: true,
  },
  {
    fault: 'one byte at a time',
    meets: (good) => ({ ...whole(good), delivery: { byteEveryMs: 1000 / TIMES_FASTER } }),
    again: 'in an hour',
    hangs: true,
  },
];

test.for(ROWS)('$fault costs only the estimate', async ({ meets, again, hangs }, { task }) => {
  const { olie } = await world({ services: ['olie'] });
  // Half a second.
  if (hangs) shortenTimeouts(`${olie.url}/api/management/projects/`, 10);
  olie.fail(onProjects(meets));
  await runBackground();
  const seen = await look();
  await annotate(task, 'olie', seen);
  expect(seen).toMatchObject({ badge: '37m running', nextTryS: 30 });
  expect(seen.feed?.failure).toBeNull();
  expect(seen.schedule).toMatchObject({ failures: 0, pausedUntilMs: null });
  expect(seen.says).toContain('Running since');
  expect(seen.html).not.toContain('data-estimate');
  expect(seen.html).not.toContain('class="notice');

  olie.fail(null);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  const later = async (ms: number) => {
    goOn(ms);
    await roundAfter(() => sendFromPage({ kind: 'refresh', asker: 'user' }));
    return olie.aside.length;
  };
  expect(await later(HOUR_MS - 1000)).toBe(1);
  expect(await later(1000)).toBe(again === 'in an hour' ? 2 : 1);
  expect(await later(23 * HOUR_MS)).toBe(again === 'in an hour' ? 3 : 2);
  expect((await look()).html).toContain('data-estimate');
});
