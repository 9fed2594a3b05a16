import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Workflows } from '../../../components/b3os/workflows';
import { AgentRuns } from '../../../components/zaia/agent-runs';
import { ApiError } from '../../../lib/api/api-error';
import { parseTimer } from '../../../lib/api/olie/answer';
import {
  BADGE_SHOWS,
  REFRESH_INTERVALS_S,
  WHEN_IDLE,
} from '../../../lib/core/settings/preferences';
import { glanceOf } from '../../../lib/core/state/glance';
import { readGlance } from '../../../lib/core/state/read-glance';
import { situationOf } from '../../../lib/core/state/situation';
import { NO_STATE, parseState, type State, schedulesOf } from '../../../lib/core/state/state';
import { agoText } from '../../../lib/core/time/format';
import { badgeOf } from '../../../lib/core/toolbar/badge';
import { anyJson, broken, runs, seeded } from '../../support/examples/arbitrary';
import { BODIES, STATE } from '../../support/examples/documents';
import { olieFeed } from '../../support/examples/example-feed';
import { ANSWERED_AT_MS, EXAMPLE_ZONE } from '../../support/examples/example-timer';
import { glanceHtml, popupHtml, timesOf } from '../../support/examples/popup-markup';
import { textsOf } from '../../support/examples/texts';

beforeAll(() => {
  seeded();
});

/** A duration or a moment in the `datetime` attribute. */
const TIME = /^(PT\d+(\.\d+)?S|-?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/;

const sections = new Map([
  ['b3os', Workflows],
  ['zaia', AgentRuns],
]);
const zones = fc.constantFrom(EXAMPLE_ZONE, 'UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago');
const laterMs = fc.constantFrom(0, 1, 59_999, 3_600_000, 86_400_000, 8e9, -1, -86_400_000);
const preferences = fc.record({
  refreshEveryS: fc.constantFrom(...REFRESH_INTERVALS_S),
  badgeShows: fc.constantFrom(...BADGE_SHOWS),
  whenIdle: fc.constantFrom(...WHEN_IDLE),
});

/** Has no feed if the parser refuses the answer. */
function stateOf(body: unknown): State {
  try {
    const data = parseTimer(body, ANSWERED_AT_MS, 'asked');
    return { ...NO_STATE, feeds: [olieFeed({ data })] };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return NO_STATE;
  }
}

const states = fc.oneof(
  fc.oneof(anyJson, ...BODIES.olie.map(broken)).map(stateOf),
  fc.oneof(anyJson, ...STATE.map(broken)).map((stored) => parseState(stored)),
);

describe('whatever the parsers accept can be shown', () => {
  test('in the popup, in both languages', () => {
    fc.assert(
      fc.property(states, zones, laterMs, (state, zone, ms) => {
        const situation = situationOf(state, ANSWERED_AT_MS + ms, zone);
        const others = state.feeds.filter(({ kind }) => kind !== 'olie');
        for (const language of ['en', 'pt-BR'] as const) {
          const html = popupHtml(situation, { language, others, sections, timeZone: zone });
          expect(html).toContain('<');
          for (const time of timesOf(html)) expect(time).toMatch(TIME);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  test('in the first frame, even if the stored glance is broken', () => {
    const state = parseState(STATE[0]);
    const glances = fc.oneof(anyJson, broken(glanceOf(state)));
    let frames = 0;
    fc.assert(
      fc.property(glances, laterMs, (glance, ms) => {
        const nowMs = ANSWERED_AT_MS + ms;
        const sight = readGlance(glance, schedulesOf(state), nowMs, () => 0);
        if (sight === null) return;
        frames += 1;
        for (const time of timesOf(glanceHtml(sight, nowMs))) expect(time).toMatch(TIME);
      }),
      { numRuns: runs(2000) },
    );
    expect(frames).toBeGreaterThan(10);
  });

  test('on the badge, in at most four characters and with a title', () => {
    const t = textsOf('en');
    fc.assert(
      fc.property(states, zones, laterMs, preferences, (state, zone, ms, preferred) => {
        const situation = situationOf(state, ANSWERED_AT_MS + ms, zone);
        const ago = (seconds: number) => agoText(seconds, 'en');
        const { text, title } = badgeOf(situation, preferred, t, ago);
        expect([...text].length).toBeLessThanOrEqual(4);
        expect(title).toMatch(/^Olie Timer/);
      }),
      { numRuns: runs(500) },
    );
  });
});
