import { describe, expect, test } from 'vitest';
import { timerSchema } from '../../../../lib/core/olie/timer';
import { dayOf, zoneToKeep } from '../../../../lib/core/olie/timer-day';
import type { Zone } from '../../../../lib/core/time/time-zone';
import * as z from '../../../../lib/core/zod';
import { EXAMPLE_ZONE, exampleTimer, timerSince } from '../../../support/examples/example-timer';

const HOUR_MS = 3_600_000;
const at = (iso: string) => Date.parse(iso);
const fixed = (hours: number): Zone => ({ kind: 'fixed', offsetMs: hours * HOUR_MS });

describe('where the user was found to be', () => {
  const tokyo = 'Asia/Tokyo';
  const next = (days: number, patch = {}) =>
    exampleTimer({ answeredAtMs: exampleTimer().answeredAtMs + days * 24 * HOUR_MS, ...patch });

  test('is kept with the answer unless the browser is there', () => {
    expect(zoneToKeep(exampleTimer(), null, EXAMPLE_ZONE)).toBeUndefined();
    expect(zoneToKeep(exampleTimer(), null, tokyo)).toEqual(fixed(-3));
  });

  test('counts where an answer does not tell its day', () => {
    const before = { ...exampleTimer(), zone: fixed(-3) };
    const silent = next(1, { totalS: null });
    expect(zoneToKeep(silent, before, tokyo)).toEqual(fixed(-3));
    expect(zoneToKeep(silent, exampleTimer(), tokyo)).toBeUndefined();
    expect(dayOf({ ...silent, zone: fixed(-3) }, tokyo)).toEqual({
      startMs: at('2026-03-14T03:00:00Z'),
      endMs: at('2026-03-15T03:00:00Z'),
      zone: fixed(-3),
    });
  });

  test('lets a day begin where a session began, and without idle time', () => {
    const before = { ...exampleTimer(), zone: fixed(-3) };
    const split = timerSince('2026-03-14T03:00:00Z', {
      answeredAtMs: at('2026-03-14T05:00:00Z'),
      totalS: 7200,
      idleS: 0,
    });
    expect(zoneToKeep(split, before, tokyo)).toEqual(fixed(-3));
    expect(dayOf({ ...split, zone: fixed(-3) }, tokyo).startMs).toBe(at('2026-03-14T03:00:00Z'));
  });

  test('is a zone that changes its clock, once one was found; an offset is looked at again each day', () => {
    const answer = (answered: string, start: string) => {
      const idleS = (at(answered) - at(start)) / 1000;
      return timerSince(answered, { answeredAtMs: at(answered), totalS: 0, idleS });
    };
    const march = answer('2026-03-29T15:00:00Z', '2026-03-28T23:00:00Z');
    const found = zoneToKeep(march, { ...march, zone: fixed(1) }, tokyo);
    expect(found).toMatchObject({ kind: 'fixed' });
    const yesterday = { ...answer('2026-03-28T15:00:00Z', '2026-03-27T23:00:00Z'), zone: fixed(1) };
    const berlin = zoneToKeep(march, yesterday, tokyo);
    expect(berlin).toMatchObject({ kind: 'named' });
    const june = answer('2026-06-12T15:00:00Z', '2026-06-11T22:00:00Z');
    expect(berlin && zoneToKeep(june, { ...march, zone: berlin }, tokyo)).toEqual(berlin);
    expect(zoneToKeep(june, yesterday, tokyo)).toEqual(fixed(2));
  });

  test.each([
    [{ kind: 'named', timeZone: 'America/Sao_Paulo' }, true],
    [{ kind: 'fixed', offsetMs: -3 * HOUR_MS }, true],
    [{ kind: 'named', timeZone: 'Mars/Olympus_Mons' }, false],
    ['UTC', false],
    [null, false],
  ])('is read from the storage if it is a zone of this browser: %j', (zone, isKnown) => {
    const parsed = z.safeParse(timerSchema, { ...exampleTimer(), zone });
    expect(parsed.success && parsed.data.totalS).toBe(38_140);
    expect(parsed.success && parsed.data.zone).toEqual(isKnown ? zone : undefined);
  });

  test('is not needed in what is stored', () => {
    expect(z.safeParse(timerSchema, exampleTimer())).toEqual({
      success: true,
      data: exampleTimer(),
    });
  });
});
