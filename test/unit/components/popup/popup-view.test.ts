import { describe, expect, test } from 'vitest';
import { exampleSituation } from '../../../support/examples/example-situation';
import { exampleExecution, exampleTimer } from '../../../support/examples/example-timer';
import { popupHtml, textOf, timesOf } from '../../../support/examples/popup-markup';

const SESSIONS = ['PT16701S', 'PT19164S'];
const durations = (html: string) => timesOf(html).filter((time) => time.startsWith('PT'));
const count = (html: string, part: string) => html.split(part).length - 1;
describe('while the documented execution runs', () => {
  const html = popupHtml(exampleSituation());

  test('its clock shows 0:37:55 and is the only timer', () => {
    expect(html).toMatch(/<time[^>]*datetime="PT2275S"[^>]*>0:37:55<\/time>/i);
    expect(html).toMatch(/<time[^>]*role="timer"[^>]*aria-label="37 minutes 55 seconds"/);
    expect(count(html, 'role="timer"')).toBe(1);
  });

  test('the project, the step and the start in the user’s time zone are shown', () => {
    expect(textOf(html)).toMatch(/AD-1 +awdawd/);
    expect(textOf(html)).toMatch(/Running since 5:39\sPM · tres · funil do abacaxi/);
    expect(timesOf(html)).toContain('2026-03-13T20:39:59.000Z');
  });

  test.each([
    ['Today', '10:35:40'],
    ['Idle today', '7:42:14'],
    ['This project', '10:35:40'],
  ])('%s is %s', (caption, text) => {
    expect(textOf(html)).toContain(` ${caption} ${text} `);
  });

  test('the step has its own number only if that differs from the project’s', () => {
    expect(textOf(html)).not.toContain('This step');
    const timer = exampleTimer({ stepTotalS: 2275 });
    expect(textOf(popupHtml(exampleSituation({ timer })))).toContain(' This step 0:37:55 ');
  });

  test('sessions show their durations, their sum, and why each ended', () => {
    expect(durations(html)).toEqual(expect.arrayContaining([...SESSIONS, 'PT35865S']));
    expect(count(textOf(html), 'stopped by you')).toBe(2);
  });

  test('an adjusted time is shown with the recorded one', () => {
    expect(textOf(html)).toMatch(/adjusted; originally 1:00\sPM – 4:20\sPM/);
    expect(count(textOf(html), 'originally')).toBe(1);
    expect(timesOf(html)).toContain('2026-03-13T19:20:03.000Z');
  });

  test('no live region ticks', () => {
    const [region] = /<p[^>]*role="status"[^>]*>[^<]*<\/p>/.exec(html) ?? [''];
    expect(textOf(region)).toContain('Running: AD-1 awdawd');
    expect(count(html, 'role="status"')).toBe(1);
    expect(html).not.toContain('aria-live');
  });
});

describe('the amount so far', () => {
  test.each([
    { hourlyRate: 50, said: 'Amount so far 31.60' },
    { hourlyRate: 0.01, said: 'Amount so far 0.01' },
  ])('at $hourlyRate an hour: $said', ({ hourlyRate, said }) => {
    const timer = exampleTimer({ current: exampleExecution({ hourlyRate }) });
    expect(textOf(popupHtml(exampleSituation({ timer })))).toContain(said);
  });

  test('is not shown without a rate or with hidden times', () => {
    expect(textOf(popupHtml(exampleSituation()))).not.toContain('Amount');
    const timer = exampleTimer({ hidden: true, current: exampleExecution({ hourlyRate: 50 }) });
    expect(textOf(popupHtml(exampleSituation({ timer })))).not.toContain('Amount');
  });
});

describe('while nothing runs', () => {
  const timer = exampleTimer({ current: null });
  const html = popupHtml(exampleSituation({ kind: 'stopped', timer }));

  test('the popup says so, and when the last session ended', () => {
    expect(textOf(html)).toContain('No timer running');
    expect(textOf(html)).toMatch(/Last: *AD-1 awdawd *, ended *5:39\sPM/);
    expect(html).not.toContain('role="timer"');
  });

  test('idle time is shown, and no project’s time', () => {
    expect(textOf(html)).toContain('Idle today 7:42:14');
    expect(textOf(html)).not.toContain('This project');
  });
});

describe('a date is shown with', () => {
  const overnight = exampleTimer({
    current: exampleExecution({ startedAtMs: Date.parse('2026-03-13T01:03:00Z') }),
  });
  const [last] = exampleTimer().recent;
  const nextMorning = exampleTimer({
    answeredAtMs: Date.parse('2026-03-14T12:00:00Z'),
    current: null,
    recent: [],
    lastEarlier: last ?? null,
    totalS: 0,
    idleS: 32_400,
  });

  test.each([
    ['en', /Running since Thu, Mar 12, 10:03\sPM · tres/],
    ['en', /awdawd, since Thursday, March 12, 10:03\sPM, running/],
    ['es', /En marcha desde jue, 12 mar, 22:03 · tres/],
    ['pt-BR', /Em execução desde qui\., 12 de mar\., 22:03 · tres/],
  ] as const)('a timer that began yesterday, in %s: %s', (language, said) => {
    const situation = exampleSituation({ timer: overnight });
    expect(textOf(popupHtml(situation, { language }))).toMatch(said);
  });

  test.each([
    ['en', /Last: +AD-1 awdawd +, ended Fri, Mar 13, 5:39\sPM/],
    ['es', /Última: +AD-1 awdawd +, hasta vie, 13 mar, 17:39/],
    ['pt-BR', /Última: +AD-1 awdawd +, até sex\., 13 de mar\., 17:39/],
  ] as const)('the last session if it ended yesterday, in %s', (language, said) => {
    const nowMs = nextMorning.answeredAtMs;
    const situation = exampleSituation({ kind: 'stopped', timer: nextMorning, nowMs });
    expect(textOf(popupHtml(situation, { language }))).toMatch(said);
  });

  test('the sessions of an earlier day, even if summer time has ended since', () => {
    // New York's midnight is at 04:00Z, and at 05:00Z from November on.
    const timer = exampleTimer({
      answeredAtMs: Date.parse('2026-11-02T14:00:00Z'),
      current: null,
      recent: [],
      totalS: 0,
      idleS: 32_400,
    });
    const finishedAtMs = Date.parse('2026-10-30T21:00:00Z');
    const day = {
      startMs: Date.parse('2026-10-30T04:00:00Z'),
      answeredAtMs: 0,
      sessions: last ? [{ ...last, startedAtMs: finishedAtMs - 60_000, finishedAtMs }] : [],
    };
    const situation = exampleSituation({ kind: 'stopped', timer, nowMs: timer.answeredAtMs });
    const text = textOf(popupHtml(situation, { earlier: [day] }));
    expect(text).toContain('Friday, October 30');
    expect(text).not.toContain('Thursday, October 29');
  });
});

test('with hidden times, the popup says that the account hides them', () => {
  const html = popupHtml(exampleSituation({ timer: exampleTimer({ hidden: true }) }));
  expect(textOf(html)).toContain('Your account hides times');
});

test.each([
  { when: 'while a timer runs', current: exampleExecution() },
  { when: 'while none runs', current: null },
])('with hidden times, there is no duration $when', ({ current }) => {
  const timer = exampleTimer({ hidden: true, current });
  const html = popupHtml(exampleSituation({ kind: current ? 'running' : 'stopped', timer }));
  expect(timesOf(html)).toEqual([]);
  expect(textOf(html)).not.toMatch(/\d:\d\d/);
  expect(html).not.toContain('role="timer"');
  expect(textOf(html)).not.toContain('unknown');
  expect(textOf(html)).toContain('AD-1 awdawd');
});

test('before the first answer, the popup says that it waits', () => {
  const html = popupHtml(exampleSituation({ kind: 'waiting', timer: null }));
  expect(textOf(html)).toContain('Asking Olie…');
  expect(durations(html)).toEqual([]);
});

test('with nothing connected, there is a welcome and one button', () => {
  const html = popupHtml(exampleSituation({ kind: 'disconnected', timer: null }));
  expect(textOf(html)).toContain('See your timer here');
  expect(count(html, '<button')).toBe(1);
  expect(textOf(html)).toContain('Connect Olie');
});

test('with unreadable settings, the welcome says so', () => {
  const unreadable = { kind: 'disconnected', timer: null, settingsUnreadable: true } as const;
  expect(textOf(popupHtml(exampleSituation(unreadable)))).toContain(
    'The saved settings cannot be read by this version.',
  );
});
