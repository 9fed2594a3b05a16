import { describe, expect, test } from 'vitest';
import { services } from '../../lib/core/services';
import { parseManaged } from '../../lib/core/settings/managed';
import {
  BADGE_SHOWS,
  HISTORY_MONTHS,
  REFRESH_INTERVALS_S,
  WHEN_IDLE,
} from '../../lib/core/settings/preferences';
import { DAY_MIN } from '../../lib/core/settings/reminder-preferences';
import schema from '../../public/managed-schema.json' with { type: 'json' };
import { readPropertyList } from '../support/examples/property-list';
import { bySchema, readRegistry } from '../support/examples/registry-file';
import { rootFile } from '../support/sources';

// The files of docs/deployment/, which administrators copy.

/** What all of them set. */
const EXAMPLE = {
  addresses: { olie: 'https://api.company.example' },
  addressesLocked: true,
  hiddenServices: ['zaia'],
  olieWebAddress: 'https://company.example',
  refreshEveryS: 120,
  badgeShows: 'elapsed',
  whenIdle: 'nothing',
  workDays: [1, 2, 3, 4, 5],
  workFromMin: 540,
  workToMin: 1080,
  remindersOff: false,
  historyOff: false,
  mostHistoryMonths: 12,
};
const GECKO_ID = 'olie-timer@olie-timer';
const CHROME_STORE = 'EXTENSION_ID;https://clients2.google.com/service/update2/crx';
const EDGE_STORE = 'EXTENSION_ID;https://edge.microsoft.com/extensionwebstorebase/v1/crx';

const file = (name: string) => rootFile(`docs/deployment/${name}`);
/** What is there, by the names on the way to it. */
const at = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce((inner, name) => Reflect.get(Object(inner), name), value);
const settings: Record<string, { type: string; enum?: unknown[]; properties?: object }> =
  schema.properties;

describe('the file for', () => {
  test('Chrome, Chromium and Edge on Linux', () => {
    const policies = JSON.parse(file('chromium-linux.json'));
    expect(policies).toEqual({
      ExtensionInstallForcelist: [CHROME_STORE],
      '3rdparty': { extensions: { EXTENSION_ID: EXAMPLE } },
    });
  });

  test.each([
    ['chrome', ['Google', 'Chrome'], CHROME_STORE],
    ['edge', ['Microsoft', 'Edge'], EDGE_STORE],
  ])('%s on Windows', (name, place, store) => {
    const all = readRegistry(file(`${name}-windows.reg`));
    const policies = at(all, 'HKEY_LOCAL_MACHINE', 'SOFTWARE', 'Policies', ...place);
    expect(Object.keys(Object(policies))).toEqual(['ExtensionInstallForcelist', '3rdparty']);
    expect(at(policies, 'ExtensionInstallForcelist')).toEqual({ 1: store });
    const own = at(policies, '3rdparty', 'extensions', 'EXTENSION_ID', 'policy');
    expect(bySchema(own, schema)).toEqual(EXAMPLE);
  });

  test.each([
    ['chrome', 'com.google.Chrome', CHROME_STORE],
    ['edge', 'com.microsoft.Edge', EDGE_STORE],
  ])('%s on macOS', (name, domain, store) => {
    const profile = readPropertyList(file(`${name}-macos.mobileconfig`));
    expect(at(profile, 'PayloadContent')).toMatchObject([
      { PayloadType: domain, ExtensionInstallForcelist: [store] },
      { PayloadType: `${domain}.extensions.EXTENSION_ID`, ...EXAMPLE },
    ]);
  });

  test('Firefox', () => {
    const { policies } = JSON.parse(file('firefox-policies.json'));
    expect(policies['3rdparty']).toEqual({ Extensions: { [GECKO_ID]: EXAMPLE } });
    expect(policies.ExtensionSettings[GECKO_ID]).toMatchObject({
      installation_mode: 'force_installed',
    });
  });

  test('Firefox on macOS, which is the same', () => {
    const profile = readPropertyList(file('firefox-macos.mobileconfig'));
    const { policies } = JSON.parse(file('firefox-policies.json'));
    expect(at(profile, 'PayloadContent', 0)).toMatchObject({
      PayloadType: 'org.mozilla.firefox',
      EnterprisePoliciesEnabled: true,
      ...policies,
    });
  });
});

test.each(['chrome', 'edge', 'firefox'])('no two parts of the profile for %s are alike', (name) => {
  const profile = readPropertyList(file(`${name}-macos.mobileconfig`));
  const parts = [profile, ...Object.values(Object(at(profile, 'PayloadContent')))];
  for (const key of ['PayloadUUID', 'PayloadIdentifier']) {
    const values = parts.map((part) => at(part, key));
    expect(values.every((value) => typeof value === 'string')).toBe(true);
    expect(new Set(values).size).toBe(parts.length);
  }
});

test('the example has every setting, and each of them is read', () => {
  expect(Object.keys(EXAMPLE).sort()).toEqual(Object.keys(settings).sort());
  expect(parseManaged(EXAMPLE)).toEqual({
    addresses: { olie: 'https://api.company.example' },
    addressesLocked: true,
    hidden: ['zaia'],
    preferences: {
      ...{ refreshEveryS: 120, badgeShows: 'elapsed', whenIdle: 'nothing' },
      olieWebAddress: 'https://company.example',
    },
    reminders: { workDays: [1, 2, 3, 4, 5], workFromMin: 540, workToMin: 1080 },
    historyMonths: [3, 12],
    historyOff: false,
    remindersOff: false,
  });
});

describe('the schema', () => {
  test.each([
    ['refreshEveryS', REFRESH_INTERVALS_S],
    ['badgeShows', BADGE_SHOWS],
    ['whenIdle', WHEN_IDLE],
    ['mostHistoryMonths', HISTORY_MONTHS.filter((months) => months !== 'ever')],
  ])('has the choices of %s', (name, choices) => {
    expect(settings[name]?.enum).toEqual(choices);
  });

  test('has an address for each service', () => {
    expect(Object.keys(schema.properties.addresses.properties)).toEqual(
      services.map(({ kind }) => kind),
    );
  });

  test('has the minutes of a day', () => {
    for (const { minimum, maximum } of [
      schema.properties.workFromMin,
      schema.properties.workToMin,
    ]) {
      expect([minimum, maximum]).toEqual([0, DAY_MIN]);
    }
  });

  test('has no place for a token', () => {
    expect(JSON.stringify(schema)).not.toMatch(/token|key|secret/i);
  });
});

test('the document explains every setting with its choices, and links every file', () => {
  const text = rootFile('docs/deployment.md');
  for (const [name, { enum: choices = [] }] of Object.entries(settings)) {
    const [row = ''] = new RegExp(`^\\|[^|]*\`${name}\`.*$`, 'm').exec(text) ?? [];
    expect(row, name).not.toBe('');
    for (const choice of choices) expect(row, name).toContain(String(choice));
  }
  for (const name of [
    ...['chrome-windows.reg', 'edge-windows.reg', 'chrome-macos.mobileconfig'],
    ...['edge-macos.mobileconfig', 'firefox-macos.mobileconfig', 'chromium-linux.json'],
    'firefox-policies.json',
  ]) {
    expect(text).toContain(`(deployment/${name})`);
  }
});
