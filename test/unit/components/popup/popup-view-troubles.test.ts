import { describe, expect, test } from 'vitest';
import {
  FAILURE_KINDS,
  FAILURE_TEXTS,
  failure,
  isForUser,
} from '../../../../lib/core/feeds/failure';
import {
  ANSWERED_AT_MS,
  exampleExecution,
  exampleTimer,
} from '../../../support/examples/example-timer';
import {
  exampleSituation,
  popupHtml,
  textOf,
  timesOf,
} from '../../../support/examples/popup-markup';
import { textsOf } from '../../../support/examples/texts';

const BAD = '<img src=x onerror=alert(1)>"&';
const durations = (html: string) => timesOf(html).filter((time) => time.startsWith('PT'));

describe.each(FAILURE_KINDS)('after "%s"', (kind) => {
  const cause = failure(kind, BAD);
  const html = popupHtml(
    exampleSituation({ failure: cause, needsUser: isForUser(cause), isOld: true }),
  );

  test('it says what happened, and what the service said, as text', () => {
    expect(textOf(html)).toContain(textsOf('en')(FAILURE_TEXTS[kind].text, 'Olie'));
    expect(textOf(html)).toContain(`Olie says: ${BAD}`);
    expect(html).not.toContain('<img src=x');
  });

  test('it has the one button that mends it, and none where trying again does', () => {
    const button = { allow: 'Allow access', options: 'Open options', none: null };
    const wanted = button[FAILURE_TEXTS[kind].remedy ?? 'none'];
    const seen = Object.values(button).filter((label) => label && textOf(html).includes(label));
    expect(seen).toEqual(wanted === null ? [] : [wanted]);
  });

  test('what was known stays visible', () => {
    expect(durations(html)).toContain('PT2275S');
    expect(textOf(html)).toContain('AD-1 awdawd');
  });
});

test('before the first answer a failure is all there is', () => {
  const situation = { kind: 'waiting', timer: null, failure: failure('timeout') } as const;
  const html = popupHtml(exampleSituation(situation));
  expect(textOf(html)).toContain('Olie did not answer in time.');
  expect(textOf(html)).not.toContain('Asking Olie…');
});

test('the next try is told where one is planned', () => {
  const situation = exampleSituation({ failure: failure('server-error') });
  const nextTryMs = Date.parse('2026-03-13T21:20:00Z');
  const html = popupHtml(situation, { nextTryMs });
  expect(textOf(html)).toMatch(/next try *6:20\sPM/i);
  expect(timesOf(html)).toContain('2026-03-13T21:20:00.000Z');
  expect(textOf(popupHtml(situation))).not.toMatch(/next try/i);
});

test('what is old says its age', () => {
  const nowMs = ANSWERED_AT_MS + 300_000;
  const html = popupHtml(exampleSituation({ isOld: true, ageS: 300, nowMs }));
  expect(textOf(html)).toMatch(/Updated 5 ?m\D* ago/);
});

describe('up to a minute an age is told in steps of 20 s, of what is old in seconds', () => {
  test.each([
    { ageS: 0, isOld: false, said: /Updated now/ },
    { ageS: 19, isOld: false, said: /Updated now/ },
    { ageS: 20, isOld: false, said: /Updated 20 ?s\D* ago/ },
    { ageS: 59, isOld: false, said: /Updated 40 ?s\D* ago/ },
    { ageS: 61, isOld: false, said: /Updated 1 ?m\D* ago/ },
    { ageS: 1, isOld: true, said: /Updated 1 ?s\D* ago/ },
    { ageS: 59, isOld: true, said: /Updated 59 ?s\D* ago/ },
  ])('$ageS s, old: $isOld', ({ ageS, isOld, said }) => {
    const nowMs = ANSWERED_AT_MS + ageS * 1000;
    expect(textOf(popupHtml(exampleSituation({ ageS, isOld, nowMs })))).toMatch(said);
  });
});

describe('after the day is over', () => {
  const nowMs = Date.parse('2026-03-14T04:00:00Z');
  const html = popupHtml(exampleSituation({ isDayOver: true, nowMs }));

  test.each(['Today', 'Idle today', 'This project'])('%s is not known: –', (caption) => {
    expect(textOf(html)).toMatch(new RegExp(` ${caption} +– +unknown `));
  });

  test('the clock goes on, and the picture is of the day that it shows', () => {
    expect(durations(html)).toContain('PT26401S');
    expect(textOf(html)).toContain('Friday, March 13');
    expect(textOf(html)).not.toContain('Today, Friday');
  });
});

describe('names are shown as text, whatever they contain', () => {
  const timer = exampleTimer({
    current: exampleExecution({
      projectCode: BAD,
      projectName: BAD,
      stepName: BAD,
      funnelName: BAD,
    }),
    recent: exampleTimer().recent.map((session) => ({
      ...session,
      projectName: BAD,
      stepName: BAD,
      finishedReason: BAD,
    })),
    user: { name: BAD, avatarUrl: null },
  });

  test.each(['en', 'pt-BR'] as const)('in %s', (language) => {
    const html = popupHtml(exampleSituation({ timer }), { language });
    expect(html).not.toContain('<img src=x');
    expect(html).not.toMatch(/="[^"]*<img[^"]*"x/);
    expect(textOf(html).split(BAD).length).toBeGreaterThan(6);
  });

  test('a name like a placeholder stays itself', () => {
    const current = exampleExecution({ projectName: '$1 $2' });
    const html = popupHtml(exampleSituation({ timer: exampleTimer({ current }) }));
    expect(textOf(html)).toContain('$1 $2');
  });
});

test('a reason for the end that is not documented is told as it is', () => {
  const [session] = exampleTimer().recent;
  const recent = session ? [{ ...session, finishedReason: 'admin_stop' }] : [];
  const html = popupHtml(exampleSituation({ timer: exampleTimer({ recent }) }));
  expect(textOf(html)).toMatch(/stopped: *admin_stop/);
});

describe('the picture of the user', () => {
  const of = (avatarUrl: string | null) =>
    popupHtml(
      exampleSituation({ timer: exampleTimer({ user: { name: 'Test User', avatarUrl } }) }),
    );

  test('comes over https, without saying where it is shown', () => {
    expect(of('https://bucket.test/a.png')).toMatch(
      /<img[^>]*src="https:\/\/bucket\.test\/a\.png"[^>]*referrerpolicy="no-referrer"/,
    );
  });

  test.each([null, 'http://bucket.test/a.png', 'javascript:alert(1)', 'data:image/png;base64,'])(
    'is replaced by initials where it is %j',
    (avatarUrl) => {
      expect(of(avatarUrl)).not.toContain('<img');
      expect(textOf(of(avatarUrl))).toContain(' TU ');
    },
  );
});

test('in Portuguese everything is Portuguese', () => {
  const html = popupHtml(exampleSituation(), { language: 'pt-BR' });
  expect(textOf(html)).toContain('Em execução desde 17:39');
  expect(textOf(html)).toContain('Hoje, sexta-feira, 13 de março');
  expect(html).toContain('aria-label="37 minutos 55 segundos"');
});

test.each(FAILURE_KINDS)(
  'after "%s" the user may try again by hand where nothing else would',
  (kind) => {
    const html = popupHtml(exampleSituation({ failure: failure(kind) }));
    const waitsForToken = kind === 'token-refused' || kind === 'unknown-id';
    expect(html.includes('Try again')).toBe(waitsForToken);
  },
);
