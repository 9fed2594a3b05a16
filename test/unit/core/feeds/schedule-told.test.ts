import { describe, expect, test } from 'vitest';
import { failure } from '../../../../lib/core/feeds/failure';
import { isDue, NEVER_ASKED } from '../../../../lib/core/feeds/schedule';

const NOW_MS = 1_000_000_000;
const asked = { ...NEVER_ASKED, askedAtMs: NOW_MS - 2000, dueAtMs: NOW_MS + 30_000 };

describe('a feed whose service has told of a change', () => {
  test.each([
    ['is due before its time', asked, null, true],
    ['waits for the end of a pause', { ...asked, pausedUntilMs: NOW_MS + 1 }, null, false],
    ['waits for its delay after a failure', asked, failure('server-error'), false],
    ['waits for the user after a refusal', asked, failure('token-refused'), false],
  ])('%s', (_, schedule, failed, due) => {
    for (const asker of ['alarm', 'popup', 'user'] as const) {
      const wish = { asker, sinceMs: NOW_MS - 3000, intervalS: 60 };
      if (asker !== 'user' || due) {
        expect(isDue(schedule, failed, { ...wish, isTold: true }, NOW_MS), asker).toBe(due);
      }
      expect(isDue(schedule, failed, { ...wish, isTold: false }, NOW_MS), asker).toBe(
        isDue(schedule, failed, wish, NOW_MS),
      );
    }
    const alarm = { asker: 'alarm', sinceMs: NOW_MS, intervalS: 60 } as const;
    expect(isDue(schedule, failed, alarm, NOW_MS)).toBe(false);
  });
});
