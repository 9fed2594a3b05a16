import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { runs, seeded } from '../../support/examples/arbitrary';
import { ALL_OFF } from '../../support/examples/reminder-facts';
import { MINUTE_MS, type World } from '../../support/examples/reminding-browser';
import { newWorld, type Step, take } from '../../support/examples/simulated-reminders';

beforeAll(() => {
  seeded();
});

/** Days around the nights in which the clocks are changed; São Paulo has none. */
const PLACES = [
  { timeZone: 'America/Sao_Paulo', start: '2026-03-12T11:00:00Z' },
  { timeZone: 'Europe/Berlin', start: '2026-03-28T07:00:00Z' },
  { timeZone: 'Europe/Berlin', start: '2026-10-24T06:00:00Z' },
  { timeZone: 'America/New_York', start: '2026-03-07T13:00:00Z' },
  { timeZone: 'America/New_York', start: '2026-10-31T12:00:00Z' },
];
const RULES = { 'still-running': 2, 'after-hours': 'on', away: 15, 'not-started': 10 } as const;
/** How far what the browser can see may be from what is so: alarms and input are seen each minute. */
const BLUR_MS = 2 * MINUTE_MS;

type Event = 'start' | 'stop' | 'switch' | 'windows' | 'lock' | 'leave' | 'return';
const kinds = (...kind: Event[]) => fc.constantFrom(...kind).map((one): Step => ({ kind: one }));
const lasting = (kind: 'wait' | 'sleep' | 'jump' | 'mute', ...minutes: number[]) =>
  fc.constantFrom(...minutes).map((one): Step => ({ kind, minutes: one }));
const ordinary: fc.WeightedArbitrary<Step>[] = [
  { weight: 6, arbitrary: lasting('wait', 1, 3, 8, 12, 16, 40, 125) },
  { weight: 6, arbitrary: kinds('start', 'stop', 'lock', 'leave', 'return', 'return') },
  { weight: 2, arbitrary: lasting('sleep', 2, 14, 16, 90, 600, 900) },
  { weight: 1, arbitrary: lasting('mute', 30, 120) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('good' as const, 'late' as const, 'gone' as const)
      .map((is): Step => ({ kind: 'network', is })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('storing' as const, 'showing' as const)
      .map((before): Step => ({ kind: 'kill', before })),
  },
];
const jumps = { weight: 3, arbitrary: lasting('jump', -600, -61, -2, 2, 61, 600) };
const meanwhile = { weight: 4, arbitrary: kinds('switch', 'windows') };

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', {
      ...{ timeZone, hourCycle: 'h23', weekday: 'short', year: 'numeric', month: '2-digit' },
      ...{ day: '2-digit', hour: '2-digit', minute: '2-digit' },
    } as const);
  formats.set(timeZone, format);
  return format;
}

/** The wall clock, by the browser's own arithmetic. */
function wall(atMs: number, timeZone: string) {
  const format = formatOf(timeZone);
  const part = Object.fromEntries(
    format.formatToParts(atMs).map(({ type, value }) => [type, value]),
  );
  return {
    date: `${part.year}-${part.month}-${part.day}`,
    isWorkday: !(part.weekday ?? '').startsWith('Su'),
    minute: Number(part.hour) * 60 + Number(part.minute),
  };
}

const isAtWork = (atMs: number, timeZone: string) => {
  const { isWorkday, minute } = wall(atMs, timeZone);
  return isWorkday && minute >= 540 && minute < 1080;
};

/** Is that what was told of an absence? One that no answer was near may come out too short, and never too long. */
function isAbsence({ fromMs, toMs, isSure }: World['absences'][number], toldFromMs: number) {
  const latestMs = isSure ? fromMs : toMs;
  const isWithin = toldFromMs >= fromMs - BLUR_MS && toldFromMs <= latestMs + BLUR_MS;
  return isWithin && toMs - toldFromMs >= 15 * MINUTE_MS - BLUR_MS;
}

/** Every promise about what was shown. */
function checkShown({ shown, timeZone, absences }: World): void {
  const ids = shown.map(({ id }) => id);
  expect(new Set(ids).size, `no occurrence twice: ${ids.join()}`).toBe(ids.length);
  for (const { id, atMs, answer, isLocked } of shown) {
    const [, rule = '', occurrence = ''] = id.split(':');
    const [execution = '', from = ''] = occurrence.split(' ');
    expect(isLocked, `${id} while locked`).toBe(false);
    expect(atMs - answer.atMs, `${id} by an old answer`).toBeLessThan(90_000);
    expect(answer.current?.id ?? null, `${id} denied by the answer`).toBe(
      rule === 'not-started' ? null : execution,
    );
    const { isWorkday, minute } = wall(atMs, timeZone);
    if (rule === 'after-hours') {
      expect(isWorkday && minute >= 1090 && minute < 1200, `${id} at minute ${minute}`).toBe(true);
    } else {
      expect(isAtWork(atMs, timeZone), `${id} outside the hours`).toBe(true);
    }
    if (rule === 'still-running') {
      expect(atMs - (answer.current?.startedAtMs ?? atMs)).toBeGreaterThanOrEqual(
        2 * 60 * MINUTE_MS,
      );
    }
    if (rule === 'away') {
      expect(
        absences.some((one) => isAbsence(one, Number(from))),
        `${id} without an absence`,
      ).toBe(true);
    }
  }
}

/** What a perfect observer would have told by now. */
function wanted(world: World): { rule: string; isIt: (occurrence: string) => boolean }[] {
  const { nowMs, timeZone, current, absences, backAtMs, stoppedAtMs } = world;
  const { isWorkday, minute, date } = wall(nowMs, timeZone);
  const found: ReturnType<typeof wanted> = [];
  if (current !== null && isWorkday && minute >= 1090 && minute < 1200) {
    const began = wall(current.startedAtMs, timeZone);
    if (began.date < date || began.minute < 1080) {
      found.push({ rule: 'after-hours', isIt: (id) => id === `${current.id} ${date}` });
    }
  }
  if (!isAtWork(nowMs, timeZone)) return found;
  if (current !== null && nowMs - current.startedAtMs >= 120 * MINUTE_MS) {
    found.push({ rule: 'still-running', isIt: (id) => id === current.id });
  }
  const last = absences.findLast(({ fromMs, toMs }) => toMs - fromMs >= 15 * MINUTE_MS - BLUR_MS);
  const isLong = last && last.toMs - last.fromMs >= 15 * MINUTE_MS + BLUR_MS;
  if (current !== null && last?.isSure && isLong && current.startedAtMs < last.fromMs - BLUR_MS) {
    const isIt = (id: string) =>
      id.startsWith(`${current.id} `) &&
      Math.abs(Number(id.split(' ')[1]) - last.fromMs) <= BLUR_MS;
    found.push({ rule: 'away', isIt });
  }
  const fromMs = Math.max(backAtMs, stoppedAtMs);
  const isThere = minute >= 552 && nowMs - fromMs >= 10 * MINUTE_MS + BLUR_MS;
  if (current === null && isThere) {
    found.push({ rule: 'not-started', isIt: (id) => id.startsWith(date) });
  }
  return found;
}

/** What stays true for one interval while somebody is there, and nothing is in the way, is told. */
function observer(): (world: World) => void {
  const calm = { minutes: 0 };
  const held = new Map<string, number>();
  return (world) => {
    const { ledger, nowMs, network, goneFromMs, timeZone, kill } = world;
    const isMuted = (ledger.mutedUntilMs ?? 0) > nowMs;
    const today = wall(nowMs, timeZone).date;
    const isFull =
      ledger.told.filter(({ toldAtMs }) => wall(toldAtMs, timeZone).date === today).length >= 12;
    const isCalm =
      network === 'good' && goneFromMs === null && !isMuted && !isFull && kill === null;
    calm.minutes = isCalm && !world.isTroubled ? calm.minutes + 1 : 0;
    world.isTroubled = false;
    const all = wanted(world);
    for (const key of held.keys()) if (!all.some(({ rule }) => rule === key)) held.delete(key);
    for (const { rule, isIt } of all) {
      const minutes = (held.get(rule) ?? 0) + 1;
      held.set(rule, minutes);
      if (calm.minutes < 2 || minutes < 2) continue;
      const isTold = ledger.told.some((one) => one.rule === rule && isIt(one.occurrence));
      expect(isTold, `${rule} at ${new Date(nowMs).toISOString()}`).toBe(true);
    }
  };
}

test.each([
  ['whatever happens', jumps],
  ['with other work between two answers, and popups in two windows', meanwhile],
])('%s, each reminder is told once, in time, and only if it is so', (_, added) => {
  const reminders = {
    ...{ isOn: true, atMostADay: 12, workDays: [1, 2, 3, 4, 5, 6] },
    rules: { ...ALL_OFF, ...RULES },
  };
  fc.assert(
    fc.property(
      fc.constantFrom(...PLACES),
      fc.array(fc.oneof(...ordinary, added), { minLength: 5, maxLength: 40, size: 'max' }),
      ({ timeZone, start }, all) => {
        const world = newWorld(Date.parse(start), timeZone, reminders as never);
        const look = observer();
        for (const step of all) take(world, step, look);
        checkShown(world);
      },
    ),
    { numRuns: runs(40) },
  );
});
