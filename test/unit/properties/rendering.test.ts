import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ApiError } from '../../../lib/api/api-error';
import { parseTimer } from '../../../lib/api/olie/answer';
import { parseEarlierDays } from '../../../lib/core/olie/sessions';
import {
  BADGE_SHOWS,
  REFRESH_INTERVALS_S,
  WHEN_IDLE,
} from '../../../lib/core/settings/preferences';
import { situationOf } from '../../../lib/core/state/situation';
import {
  NO_STATE,
  parseSchedules,
  parseState,
  type State,
  type Stored,
} from '../../../lib/core/state/state';
import { createFormat } from '../../../lib/core/time/format';
import { DURATIONS } from '../../../lib/core/time/time-style';
import { badgeOf } from '../../../lib/core/toolbar/badge';
import { anyJson, broken, runs, seeded } from '../../support/examples/arbitrary';
import {
  BODIES,
  EARLIER,
  SCHEDULES,
  STATE,
  STATE_OF_0_1_0,
} from '../../support/examples/documents';
import { olieFeed } from '../../support/examples/example-feed';
import { ANSWERED_AT_MS, EXAMPLE_ZONE } from '../../support/examples/example-timer';
import { popupHtml, SECTIONS, timesOf } from '../../support/examples/popup-markup';
import { textsOf } from '../../support/examples/texts';

beforeAll(() => {
  seeded();
});

/** A duration or a moment in the `datetime` attribute. */
const TIME = /^(PT\d+(\.\d+)?S|-?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/;

const zones = fc.constantFrom(EXAMPLE_ZONE, 'UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago');
const laterMs = fc.constantFrom(0, 1, 59_999, 3_600_000, 86_400_000, 8e9, -1, -86_400_000);
const preferences = fc.record({
  refreshEveryS: fc.constantFrom(...REFRESH_INTERVALS_S),
  badgeShows: fc.constantFrom(...BADGE_SHOWS),
  whenIdle: fc.constantFrom(...WHEN_IDLE),
  durations: fc.constantFrom(...DURATIONS),
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
  fc.oneof(anyJson, ...STATE.map(broken), ...STATE_OF_0_1_0.map(broken)).map(parseState),
);
const schedules = fc
  .oneof(anyJson, fc.constantFrom(...SCHEDULES), ...SCHEDULES.map(broken))
  .map(parseSchedules);
const stored: fc.Arbitrary<Stored> = fc.record({ state: states, schedules });
const earlier = fc
  .oneof(anyJson, fc.constantFrom(...EARLIER), ...EARLIER.map(broken))
  .map((days) => parseEarlierDays(days, 'a').days);

describe('whatever the parsers accept can be shown', () => {
  test('in the popup, in both languages', () => {
    fc.assert(
      fc.property(stored, earlier, zones, laterMs, (known, days, zone, ms) => {
        const situation = situationOf(known, ANSWERED_AT_MS + ms, zone);
        const others = known.state.feeds.filter(({ kind }) => kind !== 'olie');
        const shown = { others, sections: SECTIONS, earlier: days, timeZone: zone };
        for (const language of ['en', 'pt-BR'] as const) {
          const html = popupHtml(situation, { ...shown, language, schedules: known.schedules });
          expect(html).toContain('<');
          for (const time of timesOf(html)) expect(time).toMatch(TIME);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  test('on the badge, in at most four characters and with a title', () => {
    const t = textsOf('en');
    fc.assert(
      fc.property(stored, zones, laterMs, preferences, (known, zone, ms, preferred) => {
        const situation = situationOf(known, ANSWERED_AT_MS + ms, zone);
        const words = { t, format: createFormat('en', preferred) };
        const { text, title } = badgeOf(situation, preferred, words, () => ms % 2 === 0);
        expect([...text].length).toBeLessThanOrEqual(4);
        expect(title).toMatch(/^Olie Timer/);
      }),
      { numRuns: runs(500) },
    );
  });
});
