import { describe, expect, test } from 'vitest';
import { situationOf } from '../../../../lib/core/state/situation';
import { NO_STATE } from '../../../../lib/core/state/state';
import { olieFeed, runsFeed, workflow, workflowFeed } from '../../../support/examples/example-feed';
import { ANSWERED_AT_MS } from '../../../support/examples/example-timer';
import { storedPopupHtml, textOf, timesOf } from '../../../support/examples/popup-markup';

const HOUR_MS = 3_600_000;

describe("with the computer's clock hours off, and no answer of Olie yet", () => {
  const startedAtMs = ANSWERED_AT_MS - HOUR_MS;
  const runs = runsFeed().data;

  test.each([5, -5])('durations count on the clock of their own service: %d h', (hours) => {
    const offsetMs = -hours * HOUR_MS;
    const run = { ...runs?.runs[0], startedAtMs: startedAtMs - HOUR_MS } as NonNullable<
      typeof runs
    >['runs'][number];
    const feeds = [
      olieFeed({ data: null, offsetMs: null, learntAtMs: null }),
      workflowFeed({ offsetMs, data: workflow('workflow_running', { startedAtMs }) }),
      runsFeed({
        offsetMs: offsetMs + 60_000,
        data: { runs: [run], creditsToday: 1, isAtLeast: false },
      }),
    ];
    const stored = { state: { ...NO_STATE, feeds }, schedules: {} };
    const browserNowMs = ANSWERED_AT_MS - offsetMs;
    const html = storedPopupHtml(stored, browserNowMs);
    expect(situationOf(stored, browserNowMs, 'UTC').kind).toBe('waiting');
    expect(timesOf(html)).toContain('PT3600S');
    expect(timesOf(html)).toContain('PT7260S');
    // It began today by the service's clock, so it has no date.
    expect(textOf(html)).toMatch(/Agent runs.* 4:17 PM/);
    expect(textOf(html)).not.toContain('Mar 13');
  });
});
