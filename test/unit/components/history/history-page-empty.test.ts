import { describe, expect, test } from 'vitest';
import type { Period } from '../../../../lib/core/history/period';
import { PERSON, session, told } from '../../../support/examples/example-history';
import { historyPage } from '../../../support/examples/history-markup';

const WEEK: Period = { kind: 'week', from: '2026-03-09' };

const morning = session('a', '2026-03-09 09:00', '2026-03-09 12:00');
const site = session('c', '2026-03-10 13:00', '2026-03-10 17:00', {
  projectId: 'p-2',
  projectCode: 'SITE',
  projectName: 'Novo site',
  hourlyRate: 60,
});
const answers = [told('2026-03-09 23:50', [morning]), told('2026-03-10 23:50', [site])];

describe('a history without days', () => {
  test('says what will appear and when, and how to begin', () => {
    const { text } = historyPage({ period: WEEK, isEmpty: true, isConnected: false });
    expect(text).toContain('Your history begins here');
    expect(text).toContain('Connect Olie');
    expect(historyPage({ period: WEEK, isEmpty: true }).text).toContain('next answer');
  });

  test('says since when there is something, in a period before', () => {
    const { text } = historyPage({ period: WEEK, firstDate: '2026-03-17' });
    expect(text).toContain('Nothing is known of this time.');
    expect(text).toContain('The history begins on Tuesday, March 17.');
  });

  test('says what is wrong if the browser does not open it', () => {
    expect(historyPage({ period: WEEK, hasProblem: true }).text).toContain(
      'does not let Olie Timer',
    );
  });
});

test('several people are to choose from, with where each is', () => {
  const person = (id: string, name: string) => ({ id, name, connectionId: 'c', seenAtMs: 0 });
  const persons = [person(PERSON, 'Ana'), person('https://olie.example u-2', '')];
  const { texts } = historyPage({ period: WEEK, records: answers, persons });
  expect(texts('[aria-label="Whose history"] option')).toEqual([
    'Ana · api.olie.ai',
    'Account without a name · olie.example',
  ]);
  const alone = historyPage({ period: WEEK, records: answers, persons: persons.slice(1) });
  expect(alone.html).not.toContain('Whose history');
});

test.each(['en', 'pt-BR', 'es'] as const)('in %s, no text is missing', (language) => {
  const { text } = historyPage({ period: WEEK, records: answers, language });
  expect(text).not.toMatch(/\$\d|undefined|NaN/);
});

test('nothing stands there until it is read; what can be done with it does while it cannot be', () => {
  expect(historyPage({ period: WEEK, isRead: false }).text.trim()).toBe('');
  const { texts } = historyPage({ period: WEEK, isRead: false, hasProblem: true });
  expect(texts('h1')).toEqual(['History']);
  expect(texts('.out button')).toContain('Delete history');
});
