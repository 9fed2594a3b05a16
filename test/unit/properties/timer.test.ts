import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type Timer, timerClocks } from '../../../lib/core/olie/timer';
import { readSeconds } from '../../../lib/core/time/clock';
import { serverOffsetMs } from '../../../lib/core/time/server-clock';
import { seeded } from '../../support/examples/arbitrary';
import { exampleTimer } from '../../support/examples/example-timer';

beforeAll(() => {
  seeded();
});

const DAY_S = 86_400;
/** At any second of the day, with any share of it tracked. */
const answers = fc
  .record({
    answeredAtS: fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }),
    dayS: fc.integer({ min: 0, max: DAY_S }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    isRunning: fc.boolean(),
  })
  .map(({ answeredAtS, dayS, share, isRunning }): Timer => {
    const totalS = Math.floor(dayS * share);
    return {
      ...exampleTimer(),
      answeredAtMs: answeredAtS * 1000,
      totalS,
      idleS: dayS - totalS,
      current: isRunning ? exampleTimer().current : null,
    };
  });

test('totals grow while a timer runs, and idle grows while none runs', () => {
  fc.assert(
    fc.property(answers, (timer) => {
      const isRunning = timer.current !== null;
      const { elapsed, total, idle, projectTotal, stepTotal } = timerClocks(timer);
      expect(total?.kind).toBe(isRunning ? 'running' : 'standing');
      expect(idle?.kind).toBe(isRunning ? 'standing' : 'running');
      for (const clock of [elapsed, projectTotal, stepTotal]) {
        expect(clock?.kind).toBe(isRunning ? 'running' : undefined);
      }
    }),
  );
});

test('a running clock never goes back, and a standing clock does not move', () => {
  fc.assert(
    fc.property(answers, fc.nat(DAY_S * 1000), fc.nat(DAY_S * 1000), (timer, a, b) => {
      const [first, second] = [Math.min(a, b), Math.max(a, b)];
      for (const clock of Object.values(timerClocks(timer))) {
        if (clock === null) continue;
        const before = readSeconds(clock, timer.answeredAtMs + first);
        const after = readSeconds(clock, timer.answeredAtMs + second);
        expect(before).toBeGreaterThanOrEqual(0);
        if (clock.kind === 'standing') expect(after).toBe(before);
        else expect(after).toBeGreaterThanOrEqual(before);
      }
    }),
  );
});

test('total and idle always add up to the time since the day began', () => {
  fc.assert(
    fc.property(answers, fc.integer({ min: 0, max: DAY_S }), (timer, laterS) => {
      const nowMs = timer.answeredAtMs + laterS * 1000;
      const startMs = timer.answeredAtMs - ((timer.totalS ?? 0) + (timer.idleS ?? 0)) * 1000;
      const { total, idle } = timerClocks(timer);
      const sum = (total ? readSeconds(total, nowMs) : 0) + (idle ? readSeconds(idle, nowMs) : 0);
      expect(sum * 1000).toBe(nowMs - startMs);
    }),
  );
});

test('the estimated offset of a steady server is at most a second and a round trip off', () => {
  const exchanges = fc.array(
    fc.record({ gapMs: fc.nat(600_000), outMs: fc.nat(3000), backMs: fc.nat(3000) }),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(exchanges, fc.integer({ min: -1e8, max: 1e8 }), (trips, trueOffsetMs) => {
      let nowMs = 1_800_000_000_000;
      let offsetMs: number | null = null;
      for (const { gapMs, outMs, backMs } of trips) {
        const sentMs = nowMs + gapMs;
        const receivedMs = sentMs + outMs + backMs;
        const dateMs = Math.floor((sentMs + outMs + trueOffsetMs) / 1000) * 1000;
        offsetMs = serverOffsetMs({ sentMs, receivedMs, dateMs, ageS: 0 }, offsetMs);
        expect(Math.abs(offsetMs - trueOffsetMs)).toBeLessThanOrEqual(1000 + outMs + backMs);
        nowMs = receivedMs;
      }
    }),
  );
});
