import { expect, test } from 'vitest';
import { planRound } from '../../../entrypoints/background/plan';
import { NEVER_ASKED } from '../../../lib/core/feeds/schedule';
import { NO_STATE } from '../../../lib/core/state/state';
import {
  agentRuns,
  connected,
  olie,
  preferences,
  workflow,
} from '../../support/examples/example-settings';

/** What a round plans that *Refresh* asked for, if so many requests have failed of each connection. */
const planned = (failures: Record<string, number>) => {
  const rows = Object.entries(failures).map(([id, count]) => [
    id,
    { ...NEVER_ASKED, failures: count },
  ]);
  const loaded = {
    ...{ settings: connected, unreadable: false, isRead: true, preferences },
    ...{ arePreferencesRead: true, keptMonths: null, person: 'active' as const, timeZone: 'UTC' },
    stored: { state: NO_STATE, schedules: Object.fromEntries(rows) },
    reachable: new Set(connected.connections.map(({ address }) => address)),
  };
  const request = {
    asker: 'user' as const,
    sinceMs: 0,
    told: new Set<string>(),
    seen: new Set<string>(),
  };
  return planRound(loaded, request, Date.now());
};

test('a service that failed is asked last: it may keep silent for long', () => {
  const { due } = planned({ [olie.id]: 3, [workflow.id]: 1, [agentRuns.id]: 0 });
  expect(due.map(({ connection }) => connection.kind)).toEqual(['zaia', 'b3os', 'olie']);
});

test('those that did not fail are asked in the order in which they are saved', () => {
  const { due } = planned({});
  expect(due.map(({ connection }) => connection.kind)).toEqual(['olie', 'b3os', 'zaia']);
});
