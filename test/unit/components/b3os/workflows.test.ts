import { describe, expect, test } from 'vitest';
import { failure } from '../../../../lib/core/feeds/failure';
import type { Schedule } from '../../../../lib/core/feeds/schedule';
import type { B3osFeed } from '../../../../lib/core/state/feed';
import { answeredSchedule, workflow, workflowFeed } from '../../../support/examples/example-feed';
import { exampleSituation } from '../../../support/examples/example-situation';
import { ANSWERED_AT_MS } from '../../../support/examples/example-timer';
import { popupHtml, SECTIONS, textOf, timesOf } from '../../../support/examples/popup-markup';
import { textsOf } from '../../../support/examples/texts';

const HOUR_MS = 3_600_000;

/** The popup with the example's timer and this workflow. */
function htmlWith(patch: Partial<B3osFeed>, schedule?: Schedule): string {
  return popupHtml(exampleSituation(), {
    others: [workflowFeed(patch)],
    schedules: { a: answeredSchedule(), ...(schedule && { w: schedule }) },
    sections: SECTIONS,
  });
}

describe("a workflow's clock goes by its own service's clock, not by the timer's", () => {
  const data = workflow('workflow_running', { startedAtMs: ANSWERED_AT_MS - HOUR_MS });
  test.each([
    { what: 'right', offsetMs: 0, duration: 'PT3600S' },
    { what: 'an hour ahead', offsetMs: HOUR_MS, duration: 'PT7200S' },
    { what: 'half an hour behind', offsetMs: -HOUR_MS / 2, duration: 'PT1800S' },
    { what: 'not known', offsetMs: null, duration: 'PT3600S' },
  ])('that is $what', ({ offsetMs, duration }) => {
    expect(timesOf(htmlWith({ data, offsetMs }))).toContain(duration);
    expect(timesOf(htmlWith({ data, offsetMs }))).toContain('PT2275S');
  });
});

describe('after a failure, what is shown of a workflow is called old', () => {
  const old = textsOf('en')('shownIsOld');
  const failed = { failure: failure('server-error') };
  test.each([
    { what: 'not while it is fresh', schedule: answeredSchedule(), isOld: false },
    {
      what: 'once it was not confirmed in time',
      schedule: answeredSchedule({ oldAtMs: ANSWERED_AT_MS }),
      isOld: true,
    },
    { what: "after the browser's start", schedule: undefined, isOld: true },
    {
      what: 'where the clock was set back',
      schedule: answeredSchedule({ oldAtMs: ANSWERED_AT_MS + 26 * HOUR_MS }),
      isOld: true,
    },
  ])('$what', ({ schedule, isOld }) => {
    expect(textOf(htmlWith(failed, schedule)).includes(old)).toBe(isOld);
    expect(textOf(htmlWith({ ...failed, data: null }, schedule))).not.toContain(old);
  });

  test('at once if only the user can mend it', () => {
    const refused = { failure: failure('token-refused') };
    expect(textOf(htmlWith(refused, answeredSchedule()))).toContain(old);
  });
});

describe('the workflows stand in this order', () => {
  const titlesOf = (feeds: Partial<B3osFeed>[]) => {
    const others = feeds.map((feed) => workflowFeed({ connectionId: feed.label ?? '', ...feed }));
    const [section = ''] =
      /<h2[^>]*>Workflows.*?<\/section>/s.exec(
        popupHtml(exampleSituation(), { others, sections: SECTIONS }),
      ) ?? [];
    return [...section.matchAll(/<bdi class="title"[^>]*>([^<]+)</g)].map(([, title]) => title);
  };
  const ended = { label: 'ended', data: workflow('workflow_succeeded') };
  const running = { label: 'running', data: workflow('workflow_running') };
  const unknown = { label: 'never answered', data: null };
  const refused = failure('token-refused');

  test('what goes on, what has ended, what has not answered yet', () => {
    const order = ['running', 'ended', 'never answered'];
    expect(titlesOf([unknown, ended, running])).toEqual(order);
    expect(titlesOf([ended, running, unknown])).toEqual(order);
  });

  test.each([
    { name: 'ended', feeds: [running, { ...ended, failure: refused }] },
    { name: 'never answered', feeds: [running, { ...unknown, failure: refused }] },
  ])('before all others one that needs the user: $name', ({ name, feeds }) => {
    expect(titlesOf(feeds)).toEqual([name, 'running']);
  });

  test('a failure that mends itself changes nothing', () => {
    const failed = { ...ended, failure: failure('network') };
    expect(titlesOf([failed, running])).toEqual(['running', 'ended']);
  });
});

test.each([
  [
    'its title',
    { title: 'Invoice', message: 'Retry', eventType: 'node.retry' },
    'Invoice · 6:17 PM',
  ],
  ['else its message', { title: '', message: 'Retry', eventType: 'node.retry' }, 'Retry · 6:17 PM'],
  ['else its type', { title: '', message: '', eventType: 'node.retry' }, 'node.retry · 6:17 PM'],
  ['else its time alone', { title: '', message: '', eventType: '' }, '6:17 PM'],
])('the last event shows %s', (_, texts, shown) => {
  const event = { id: 'e1', atMs: ANSWERED_AT_MS, level: '', nodeId: '', runId: '', ...texts };
  const html = htmlWith({ data: workflow('workflow_running', { events: [event] }) });
  const detail = /<details><summary.*?<span class="detail">(.*?)<\/span>/s.exec(html)?.[1] ?? '';
  expect(textOf(detail).replace(/\s+/g, ' ').trim()).toBe(shown);
});
