import { describe, expect, test } from 'vitest';
import {
  FAILURE_KINDS,
  FAILURE_TEXTS,
  failure,
  REMEDIES,
} from '../../../../lib/core/feeds/failure';
import { isForUser } from '../../../../lib/core/feeds/policy';
import { exampleSituation } from '../../../support/examples/example-situation';
import {
  ANSWERED_AT_MS,
  exampleExecution,
  exampleTimer,
} from '../../../support/examples/example-timer';
import { popupHtml, textOf, timesOf } from '../../../support/examples/popup-markup';
import { textsOf } from '../../../support/examples/texts';

const MARKUP = '<img src=x onerror=alert(1)>"&';
const durations = (html: string) => timesOf(html).filter((time) => time.startsWith('PT'));

test('in Portuguese, every text is Portuguese', () => {
  const html = popupHtml(exampleSituation(), { language: 'pt-BR' });
  expect(textOf(html)).toContain('Em execução desde 17:39');
  expect(textOf(html)).toContain('Hoje, sex., 13 de mar.');
  expect(html).toContain('aria-label="37 minutos 55 segundos"');
});

test('the user is shown by initials', () => {
  const timer = exampleTimer({ user: { name: 'Ana Maria de Souza' } });
  expect(textOf(popupHtml(exampleSituation({ timer })))).toContain(' AS ');
});

test('an old answer shows its age', () => {
  const nowMs = ANSWERED_AT_MS + 300_000;
  const html = popupHtml(exampleSituation({ isOld: true, ageS: 300, nowMs }));
  expect(textOf(html)).toMatch(/Updated 5 ?m\D* ago/);
});

describe('in the first minute, the age goes in steps of 20 s, or of 1 s once the answer is old', () => {
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

describe.each(FAILURE_KINDS)('after "%s"', (kind) => {
  const cause = failure(kind, MARKUP);
  const html = popupHtml(
    exampleSituation({ failure: cause, needsUser: isForUser(cause), isOld: true }),
  );

  test('the popup shows what happened and the service’s message, as text', () => {
    expect(textOf(html)).toContain(textsOf('en')(FAILURE_TEXTS[kind], 'Olie'));
    expect(textOf(html)).toContain(`Olie says: ${MARKUP}`);
    expect(html).not.toContain('<img src=x');
  });

  test('there is one button if the user can solve it, and otherwise none', () => {
    const button = { allow: 'Allow access', options: 'Open options', none: null };
    const wanted = button[REMEDIES[kind] ?? 'none'];
    const seen = Object.values(button).filter((label) => label && textOf(html).includes(label));
    expect(seen).toEqual(wanted === null ? [] : [wanted]);
  });

  test('the last answer stays visible', () => {
    expect(durations(html)).toContain('PT2275S');
    expect(textOf(html)).toContain('AD-1 awdawd');
  });
});

test.each(FAILURE_KINDS)(
  'after "%s", "Try again" is offered only if the token or the ID was refused',
  (kind) => {
    const html = popupHtml(exampleSituation({ failure: failure(kind) }));
    const waitsForToken = kind === 'token-refused' || kind === 'unknown-id';
    expect(html.includes('Try again')).toBe(waitsForToken);
  },
);

test('a failure before the first answer is shown alone', () => {
  const situation = { kind: 'waiting', timer: null, failure: failure('timeout') } as const;
  const html = popupHtml(exampleSituation(situation));
  expect(textOf(html)).toContain('Olie did not answer in time.');
  expect(textOf(html)).not.toContain('Asking Olie…');
});

test('while Refresh asks, the status says so; then it says how things are', () => {
  const statusOf = (html: string) => textOf(/role="status">(.*?)</s.exec(html)?.[1] ?? '');
  const busy = popupHtml(exampleSituation(), { isRefreshing: true });
  expect(statusOf(busy)).toBe('Refreshing…');
  expect(busy).toMatch(/<button[^>]* aria-disabled="true"[^>]*>Refreshing…/);
  const done = popupHtml(exampleSituation(), { wasRefreshed: true });
  expect(statusOf(done)).toBe('Running: AD-1 awdawd');
});

test('the time of the next try is shown if there is one', () => {
  const situation = exampleSituation({ failure: failure('server-error') });
  const nextTryMs = Date.parse('2026-03-13T21:20:00Z');
  const html = popupHtml(situation, { nextTryMs });
  expect(textOf(html)).toMatch(/next try at *6:20\sPM/i);
  expect(timesOf(html)).toContain('2026-03-13T21:20:00.000Z');
  expect(textOf(popupHtml(situation))).not.toMatch(/next try/i);
});

describe('after the day is over', () => {
  const nowMs = Date.parse('2026-03-14T04:00:00Z');
  const html = popupHtml(exampleSituation({ isDayOver: true, nowMs }));

  test.each(['Today', 'Idle today', 'This project'])('%s is unknown: –', (caption) => {
    expect(textOf(html)).toMatch(new RegExp(` ${caption} +– +unknown `));
  });

  test('the clock goes on, and the picture has the date of its day', () => {
    expect(durations(html)).toContain('PT26401S');
    expect(textOf(html)).toContain('Fri, Mar 13');
    expect(textOf(html)).not.toContain('Today, Fri');
  });
});

test('an undocumented reason for the end of a session is shown as it is', () => {
  const [session] = exampleTimer().recent;
  const recent = session ? [{ ...session, finishedReason: 'admin_stop' }] : [];
  const html = popupHtml(exampleSituation({ timer: exampleTimer({ recent }) }));
  expect(textOf(html)).toMatch(/stopped: *admin_stop/);
});

describe('names are shown as plain text', () => {
  const timer = exampleTimer({
    current: exampleExecution({
      projectCode: MARKUP,
      projectName: MARKUP,
      stepName: MARKUP,
      funnelName: MARKUP,
    }),
    recent: exampleTimer().recent.map((session) => ({
      ...session,
      projectName: MARKUP,
      stepName: MARKUP,
      finishedReason: MARKUP,
    })),
    user: { name: MARKUP },
  });

  test.each(['en', 'pt-BR', 'es'] as const)('if they contain markup, in %s', (language) => {
    const html = popupHtml(exampleSituation({ timer }), { language });
    expect(html).not.toContain('<img src=x');
    expect(html).not.toMatch(/="[^"]*<img[^"]*"x/);
    expect(textOf(html).split(MARKUP).length).toBeGreaterThan(6);
  });

  test('if they look like a placeholder', () => {
    const current = exampleExecution({ projectName: '$1 $2' });
    const html = popupHtml(exampleSituation({ timer: exampleTimer({ current }) }));
    expect(textOf(html)).toContain('$1 $2');
  });
});
