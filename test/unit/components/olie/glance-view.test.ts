import { describe, expect, test } from 'vitest';
import type { Timer } from '../../../../lib/core/olie/timer';
import { glanceOf } from '../../../../lib/core/state/glance';
import { readGlance } from '../../../../lib/core/state/read-glance';
import { NO_STATE, schedulesOf } from '../../../../lib/core/state/state';
import { zoneOffsetMs } from '../../../../lib/core/time/time-zone';
import { olieFeed } from '../../../support/examples/example-feed';
import {
  ANSWERED_AT_MS,
  exampleExecution,
  exampleTimer,
} from '../../../support/examples/example-timer';
import { exampleSituation, glanceHtml, popupHtml } from '../../../support/examples/popup-markup';

/** The first frame in a browser of that time zone. */
function firstHtml(data: Timer, timeZone: string, heightPx: number | null = null): string {
  const state = { ...NO_STATE, feeds: [olieFeed({ data })] };
  const browserOffset = (atMs: number) => zoneOffsetMs({ kind: 'named', timeZone }, atMs);
  const stored: unknown = JSON.parse(JSON.stringify(glanceOf(state)));
  const glance = readGlance(stored, schedulesOf(state), ANSWERED_AT_MS, browserOffset);
  if (glance === null) throw new Error('There is no glance');
  return glanceHtml(glance, ANSWERED_AT_MS, heightPx);
}

const heroIn = (html: string) => html.match(/<header.*<\/header>/s)?.[0];

describe('the first frame shows the same as the whole popup', () => {
  const step = { stepName: '', funnelName: 'a ‹b›' };
  test.each<[string, Partial<Timer>]>([
    ['for the documented timer', {}],
    ['without a user', { user: null }],
    ['without a picture', { user: { name: 'Ana', avatarUrl: null } }],
    ['with a rate', { current: exampleExecution({ hourlyRate: 120 }) }],
    [
      'without a project code and a step name',
      { current: exampleExecution({ projectCode: '', ...step }) },
    ],
    // 2700 s too many for any time zone.
    ['with a midnight that fits no time zone', { idleS: 30_434 }],
  ])('%s', (_, patch) => {
    const timer = exampleTimer(patch);
    for (const timeZone of [
      'America/Sao_Paulo',
      'UTC',
      'Asia/Kolkata',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
    ]) {
      const whole = popupHtml(exampleSituation({ timer }), { timeZone });
      expect(heroIn(firstHtml(timer, timeZone)), timeZone).toBe(heroIn(whole));
      expect(heroIn(whole)).toContain('0:37:55');
    }
  });

  test.each([
    ['a day on which summer time begins', 'Europe/Lisbon', '2026-03-29T00:00:00Z'],
    ['a day on which summer time ends', 'Europe/Lisbon', '2026-10-24T23:00:00Z'],
    ['a day without a midnight (Chile)', 'America/Santiago', '2026-09-06T04:00:00Z'],
  ])('on %s', (_, timeZone, midnight) => {
    const startMs = Date.parse(midnight);
    const answeredAtMs = startMs + 10 * 3_600_000;
    const current = exampleExecution({ startedAtMs: startMs + 9 * 3_600_000 });
    const timer = exampleTimer({ answeredAtMs, totalS: 3_600, idleS: 32_400, current });
    const whole = popupHtml(exampleSituation({ timer }), { timeZone });
    expect(heroIn(firstHtml(timer, timeZone))).toBe(heroIn(whole));
  });
});

test('the first frame is as tall as the last popup was, or has the least height of a popup', () => {
  expect(firstHtml(exampleTimer(), 'UTC', 512)).toContain('min-height:512px');
  expect(firstHtml(exampleTimer(), 'UTC')).toContain('min-height:360px');
});
