import { describe, expect, test } from 'vitest';
import { failure } from '../../../../lib/core/feeds/failure';
import { glanceOf } from '../../../../lib/core/state/glance';
import { readGlance } from '../../../../lib/core/state/read-glance';
import { NO_STATE, type State, schedulesOf } from '../../../../lib/core/state/state';
import { olieFeed, workflowFeed } from '../../../support/examples/example-feed';
import {
  ANSWERED_AT_MS,
  exampleExecution,
  exampleTimer,
} from '../../../support/examples/example-timer';

type FeedPatch = Parameters<typeof olieFeed>[0];
const stateWith = (patch: FeedPatch = {}): State => ({
  ...NO_STATE,
  feeds: [workflowFeed(), olieFeed(patch)],
});
const data = (patch: Parameters<typeof exampleTimer>[0]) => ({ data: exampleTimer(patch) });
const OLD_AT_MS = ANSWERED_AT_MS + 180_000;
const utc = () => 0;

test('the glance at the documented timer', () => {
  expect(glanceOf(stateWith({ offsetMs: 5 }))).toEqual({
    version: 3,
    connectionId: 'a',
    offsetMs: 5,
    startOfDayMs: Date.parse('2026-03-13T03:00:00Z'),
    startedAtMs: Date.parse('2026-03-13T20:39:59Z'),
    hourlyRate: 0,
    projectCode: 'AD-1',
    projectName: 'awdawd',
    stepName: 'tres',
    funnelName: 'funil do abacaxi',
    userName: 'Test User',
    avatarUrl: exampleTimer().user?.avatarUrl,
  });
});

describe('there is none', () => {
  test.each<[string, FeedPatch]>([
    ['before the first answer', { data: null }],
    ['where nothing runs', data({ current: null })],
    ['where times are hidden', data({ hidden: true })],
    ['where the start is not known', data({ current: exampleExecution({ startedAtMs: null }) })],
    ['where the day is not known', data({ totalS: null })],
    ['where the clocks were not compared', { offsetMs: null }],
    ['after a refused token', { failure: failure('token-refused') }],
    ['while offline', { failure: failure('offline') }],
  ])('%s', (_, patch) => {
    expect(glanceOf(stateWith(patch))).toBeNull();
  });

  test('where Olie is not connected, nor where the settings cannot be read', () => {
    expect(glanceOf({ ...NO_STATE, feeds: [workflowFeed()] })).toBeNull();
    expect(glanceOf({ ...stateWith(), settingsUnreadable: true })).toBeNull();
  });
});

describe('a stored glance', () => {
  const glance = glanceOf(stateWith());
  const schedules = schedulesOf(stateWith());

  test('is read as what runs', () => {
    const sight = readGlance(glance, schedules, ANSWERED_AT_MS, utc);
    expect(sight).toMatchObject({ offsetMs: 0, timer: { hidden: false } });
    const { recordedStartMs, recordedFinishMs, id, projectId, stepId, ...shown } =
      exampleExecution();
    expect(sight?.timer.current).toMatchObject(shown);
    expect(sight?.timer.user).toEqual(exampleTimer().user);
  });

  test.each([
    ['just before it is old', OLD_AT_MS - 1, true],
    ['once it is old', OLD_AT_MS, false],
    ['with a clock that was set back', OLD_AT_MS - 2_700_001, false],
  ])('%s', (_, nowMs, isShown) => {
    expect(readGlance(glance, schedules, nowMs, utc) !== null).toBe(isShown);
  });

  test.each(Object.keys(glance ?? {}))(
    'without its %s, or with an odd one, shows nothing',
    (name) => {
      const { [name]: _, ...without } = { ...glance } as Record<string, unknown>;
      expect(readGlance(without, schedules, ANSWERED_AT_MS, utc)).toBeNull();
      for (const odd of [null, [], {}, true]) {
        expect(readGlance({ ...glance, [name]: odd }, schedules, ANSWERED_AT_MS, utc)).toBeNull();
      }
    },
  );

  test.each([
    ['of another version', { ...glance, version: 2 }, schedules],
    ['of another connection', { ...glance, connectionId: 'b' }, schedules],
    ['that is none', null, schedules],
    ['that is a text', 'glance', schedules],
    ['without schedules', glance, undefined],
    ['with odd schedules', glance, [null, 7, 'a', { connectionId: 'a' }]],
    [
      'with a schedule before the first answer',
      glance,
      [{ connectionId: 'a', schedule: { oldAtMs: null } }],
    ],
  ])('%s shows nothing', (_, odd, rows) => {
    expect(readGlance(odd, rows, ANSWERED_AT_MS, utc)).toBeNull();
  });
});
