import { expect, test } from 'vitest';
import { failure } from '../../../../lib/core/feeds/failure';
import { NEVER_ASKED } from '../../../../lib/core/feeds/schedule';
import type { Connection } from '../../../../lib/core/settings/settings';
import { newFeed } from '../../../../lib/core/state/feed';
import { problemReport } from '../../../../lib/core/state/problem-report';
import { NO_STATE } from '../../../../lib/core/state/state';
import { olieFeed } from '../../../support/examples/example-feed';

const NOW_MS = 1_000_000_000;
const environment = {
  version: '1.2.3',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/153.0',
  languages: ['pt-PT', 'pt-BR'] as [string, string],
  timeZone: 'Europe/Lisbon',
};
const olie: Connection = {
  ...{ id: 'SECRET-id', kind: 'olie', address: 'https://api.olie.ai' },
  ...{ token: 'SECRET-token', executionId: 'SECRET-execution' },
};
const b3os: Connection = {
  ...{ id: 'SECRET-b3os', kind: 'b3os', address: 'https://SECRET.test', label: 'SECRET label' },
  ...{ executionId: 'SECRET-exe', token: 'SECRET-client', apiKey: 'SECRET-key' },
};

test('a report tells how each service is doing, and nothing of whom it is', () => {
  const refused = { ...newFeed(olie), failure: failure('token-refused', 'SECRET message') };
  const stored = {
    state: { ...NO_STATE, feeds: [{ ...refused, offsetMs: 3_600_000 }, newFeed(b3os)] },
    schedules: {
      [olie.id]: {
        ...NEVER_ASKED,
        ...{ askedAtMs: NOW_MS - 5_000, answeredAtMs: NOW_MS - 65_000, failures: 2 },
        dueAtMs: NOW_MS + 55_000,
      },
    },
  };
  const report = problemReport(environment, stored, NOW_MS);
  expect(report).toBe(`Olie Timer 1.2.3
Mozilla/5.0 (X11; Linux x86_64) Firefox/153.0
Language: pt-PT, texts: pt-BR, time zone: Europe/Lisbon
Settings: read
1. Olie, at its usual address; failure: token-refused, 2 in a row; asked 5 s ago, answered 65 s ago, next in 55 s; clock ahead by 3600 s, data: none
2. B3OS, at another address; failure: none, 0 in a row; asked never, answered never, due; clock ahead by 0 s, data: none`);
});

test('without connections it says so, and what cannot be read', () => {
  const stored = { state: { ...NO_STATE, settingsUnreadable: true }, schedules: {} };
  const report = problemReport(environment, stored, NOW_MS);
  expect(report).toContain('Settings: cannot be read\nNothing is connected.');
});

test('a feed that has data says so, and one that waits for the user too', () => {
  const feed = olieFeed({ connectionId: 'a' });
  const at = (dueAtMs: number | null) =>
    problemReport(
      environment,
      { state: { ...NO_STATE, feeds: [feed] }, schedules: { a: { ...NEVER_ASKED, dueAtMs } } },
      NOW_MS,
    );
  expect(at(null)).toMatch(/waits for the user; .*data: yes$/);
  expect(at(NOW_MS)).toContain('answered never, due;');
  expect(at(NOW_MS + 1000)).toContain('next in 1 s;');
});
