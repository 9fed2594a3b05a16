import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  askToReach,
  coversAny,
  giveBackAllBut,
  loadReach,
  mayReach,
  onPermissionsChanged,
  originPattern,
} from '../../../lib/browser/permissions';
import { grantedOrigins, resetFakeBrowser } from '../../support/worker/fake-browser';

beforeEach(() => resetFakeBrowser());

test.each([
  ['https://api.olie.ai', 'https://api.olie.ai/*'],
  ['https://api.olie.ai/tenant/7', 'https://api.olie.ai/*'],
  ['https://olie.test:8443', 'https://olie.test:8443/*'],
  ['http://127.0.0.1:8000/x', 'http://127.0.0.1:8000/*'],
  ['http://[::1]:8000', 'http://[::1]:8000/*'],
])('%s needs the permission for exactly its origin: %s', (address, pattern) => {
  expect(originPattern(address)).toBe(pattern);
});

test('an address may be reached when the user allowed its origin', async () => {
  expect(await mayReach('https://api.olie.ai/x')).toBe(false);
  expect(await askToReach('https://api.olie.ai')).toBe(true);
  expect(await mayReach('https://api.olie.ai/x')).toBe(true);
  expect(await mayReach('https://api.olie.ai:8443')).toBe(false);
});

test('every origin is given back but those in use and those that the manifest demands', async () => {
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({ host_permissions: ['http://127.0.0.1/*'] }),
  });
  const origins = ['http://127.0.0.1/*', 'https://api.olie.ai/*', 'https://tested.test/*'];
  await fakeBrowser.permissions.request({ origins });
  await giveBackAllBut(['https://api.olie.ai/tenant']);
  expect(grantedOrigins()).toEqual(['http://127.0.0.1/*', 'https://api.olie.ai/*']);
});

test('what the user granted to many hosts is theirs: it is not given back', async () => {
  const origins = ['https://*/*', '*://*.olie.ai/*', '<all_urls>', 'https://old.test/*'];
  await fakeBrowser.permissions.request({ origins });
  await giveBackAllBut([]);
  expect(grantedOrigins()).toEqual(['https://*/*', '*://*.olie.ai/*', '<all_urls>']);
});

test('what the user granted to many hosts is not ours to give back', async () => {
  const origins = ['<all_urls>', '*://*/*', 'https://*/*', 'http://*.test/*', '*://one.test/*'];
  await fakeBrowser.permissions.request({ origins: [...origins, 'https://tested.test/*'] });
  await giveBackAllBut([]);
  expect(grantedOrigins()).toEqual(origins);
});

test('who listens hears of each change, and of which hosts', async () => {
  const changes: string[][] = [];
  onPermissionsChanged((origins) => changes.push(origins));
  await askToReach('https://api.olie.ai');
  await giveBackAllBut([]);
  // Nothing is left to give back.
  await giveBackAllBut([]);
  expect(changes).toEqual([['https://api.olie.ai/*'], ['https://api.olie.ai/*']]);
});

test.each([
  { patterns: ['https://api.olie.ai/*'], covers: true },
  { patterns: ['https://tested.test/*', 'https://api.olie.ai/*'], covers: true },
  { patterns: ['<all_urls>'], covers: true },
  { patterns: ['https://*/*'], covers: true },
  { patterns: ['https://api.olie.ai:8443/*'], covers: false },
  { patterns: ['https://tested.test/*'], covers: false },
  { patterns: [], covers: false },
])('$patterns cover the address of a connection: $covers', ({ patterns, covers }) => {
  expect(coversAny(patterns, ['https://api.olie.ai/tenant', 'https://b3os.test'])).toBe(covers);
});

test('an address that the policy cannot admit may never be reached, also if an older version was allowed to', async () => {
  await fakeBrowser.permissions.request({ origins: ['http://[::1]:8000/*'] });
  expect(await mayReach('http://[::1]:8000')).toBe(false);
  expect(await (await loadReach())('http://[::1]:8000/x')).toBe(false);
});
