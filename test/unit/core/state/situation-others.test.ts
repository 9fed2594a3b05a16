import { describe, expect, test } from 'vitest';
import { FAILURE_KINDS, failure } from '../../../../lib/core/feeds/failure';
import { isForUser } from '../../../../lib/core/feeds/policy';
import type { Feed } from '../../../../lib/core/state/feed';
import { situationOf } from '../../../../lib/core/state/situation';
import { NO_STATE } from '../../../../lib/core/state/state';
import {
  answeredSchedule,
  olieFeed,
  workflow,
  workflowFeed,
} from '../../../support/examples/example-feed';
import { ANSWERED_AT_MS, EXAMPLE_ZONE } from '../../../support/examples/example-timer';

const situationOfFeeds = (...feeds: Feed[]) =>
  situationOf(
    { state: { ...NO_STATE, feeds }, schedules: { a: answeredSchedule() } },
    ANSWERED_AT_MS,
    EXAMPLE_ZONE,
  );
const running = workflowFeed();
const waiting = workflowFeed({ data: workflow('workflow_waiting') });
const unheard = workflowFeed({ data: null });
const done = workflowFeed({ data: workflow('workflow_succeeded') });
const bad = workflowFeed({ data: workflow('workflow_failed'), label: 'Order 7' });
const untitled = workflowFeed({ data: workflow('workflow_failed'), reference: 'exe_8' });

test('a timer alone has no others', () => {
  expect(situationOfFeeds(olieFeed())).toMatchObject({
    kind: 'running',
    hasOthers: false,
    ongoing: 0,
    unseen: [],
    othersFailures: [],
  });
});

test('others alone are no timer', () => {
  expect(situationOfFeeds(running, done)).toMatchObject({
    kind: 'disconnected',
    timer: null,
    failure: null,
    isOld: false,
    hasOthers: true,
  });
});

test('what goes on is counted, wherever it stands among the feeds', () => {
  expect(situationOfFeeds(done, running, olieFeed(), bad, waiting, unheard)).toMatchObject({
    kind: 'running',
    ongoing: 2,
    hasOthers: true,
  });
});

test('what ended badly and was not seen is told by its name', () => {
  expect(situationOfFeeds(bad, done, untitled).unseen).toEqual(['Order 7', 'exe_8']);
  expect(situationOfFeeds({ ...bad, isSeen: true }, untitled).unseen).toEqual(['exe_8']);
});

describe.each(FAILURE_KINDS)('after "%s" of another service', (kind) => {
  test(`the timer is not touched, and the user is ${isForUser(failure(kind)) ? '' : 'not '}needed there`, () => {
    const situation = situationOfFeeds(olieFeed(), { ...running, failure: failure(kind) });
    expect(situation).toMatchObject({ failure: null, needsUser: false, isOld: false, ongoing: 1 });
    const wanted = isForUser(failure(kind)) ? [{ kind, service: 'B3OS' }] : [];
    expect(situation.othersFailures).toEqual(wanted);
  });
});

test("a failure of the timer is not the others'", () => {
  const refused = olieFeed({ failure: failure('token-refused') });
  expect(situationOfFeeds(refused, running)).toMatchObject({ needsUser: true, othersFailures: [] });
});
