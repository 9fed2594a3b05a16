import type { B3osConnection } from '../../../lib/core/b3os/b3os.ts';
import type { OlieConnection } from '../../../lib/core/olie/olie.ts';
import type { Preferences } from '../../../lib/core/settings/preferences.ts';
import type { Settings } from '../../../lib/core/settings/settings.ts';
import type { ZaiaConnection } from '../../../lib/core/zaia/zaia.ts';

/** One connection of each kind, with recognizable secrets. */
export const olie: OlieConnection = {
  ...{ id: 'a', kind: 'olie', address: 'https://api.olie.ai' },
  ...{ token: 'SECRET-olie', executionId: 'exe-7' },
};
export const workflow: B3osConnection = {
  ...{ id: 'b', kind: 'b3os', address: 'https://api.b3os.org', label: 'Kit da Ana' },
  ...{ executionId: 'exe_77', token: 'SECRET-client', apiKey: 'SECRET-api-key' },
};
export const agentRuns: ZaiaConnection = {
  ...{ id: 'c', kind: 'zaia', address: 'https://api.endless.zaia.app' },
  ...{ token: 'SECRET-zaia', responderIds: ['5f0e3a44-6a0b-4f43-8e27-7a1f0f6f3b10'], show: 25 },
};
export const connected: Settings = { version: 3, connections: [olie, workflow, agentRuns] };
export const preferences: Preferences = {
  refreshEveryS: 120,
  badgeShows: 'total',
  whenIdle: 'idle',
};
