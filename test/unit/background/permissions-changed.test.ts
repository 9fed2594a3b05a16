import { expect, test, vi } from 'vitest';
import { permissionsChanged } from '../../../entrypoints/background/permissions-changed';
import { originPattern } from '../../../lib/browser/permissions';
import { loadSettings } from '../../../lib/browser/settings-storage';
import { NO_SETTINGS } from '../../../lib/core/settings/settings';
import { olie as connection } from '../../support/examples/example-settings';

const { refresh } = vi.hoisted(() => ({ refresh: vi.fn() }));
vi.mock('../../../entrypoints/background/refresh', () => ({ refresh }));
vi.mock('../../../lib/browser/settings-storage', () => ({ loadSettings: vi.fn() }));

test.each([
  ['of a saved connection', [originPattern(connection.address)], 1],
  ['of all hosts', ['<all_urls>'], 1],
  ['that no saved connection needs', ['https://other.example/*'], 0],
])('a host %s: %j brings %i rounds', async (_, origins, rounds) => {
  vi.mocked(loadSettings).mockResolvedValue({
    settings: { ...NO_SETTINGS, connections: [connection] },
    unreadable: false,
  });
  await permissionsChanged(origins);
  expect(refresh.mock.calls).toEqual(Array.from({ length: rounds }, () => ['alarm']));
});

test('settings that cannot be read may need any host', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  vi.mocked(loadSettings).mockRejectedValue(new Error('no disk'));
  await permissionsChanged(['https://other.example/*']);
  expect(refresh).toHaveBeenCalledWith('alarm');
});
