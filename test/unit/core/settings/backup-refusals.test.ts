import { describe, expect, test } from 'vitest';
import { LARGEST_BACKUP_BYTES, parseBackup } from '../../../../lib/core/settings/backup';
import { written } from '../../../support/examples/example-backup';
import { connected } from '../../../support/examples/example-settings';

const [olieRow, workflowRow, runsRow] = written.connections;

const parse = (text: string) => parseBackup(new TextEncoder().encode(text));
const parseJson = (value: unknown) => parse(JSON.stringify(value));
const withRow = (row: unknown) => ({ ...written, connections: [olieRow, row] });

describe('a file is refused whole', () => {
  const field = (part: string, reason: string | null = null) => ({
    text: 'backupField',
    part,
    reason,
  });
  const other = (text: string, part = '') => ({ text, part, reason: null });
  const second = 'connections[1]';
  test.each([
    ['an empty one', '', other('backupNotJson')],
    ['a picture', '\x89PNG\r\n', other('backupNotJson')],
    ['JSON that is cut', JSON.stringify(written).slice(0, -1), other('backupNotJson')],
    ['a text', '"olie-timer"', other('backupNotOurs')],
    ['a list', '[]', other('backupNotOurs')],
    ['null', 'null', other('backupNotOurs')],
    ["another program's", '{"program":"other","version":1}', other('backupNotOurs')],
    ['stored settings', JSON.stringify(connected), other('backupNotOurs')],
    [
      'one that is too large',
      ' '.repeat(LARGEST_BACKUP_BYTES + 1),
      other('backupTooLarge', '1 MB'),
    ],
  ])('%s', (_, text, refusal) => {
    expect(parse(text)).toEqual({ ok: false, ...refusal });
  });

  test.each([
    ['a newer version', { ...written, version: 9 }, other('backupNewer')],
    ['a version before the first', { ...written, version: 0 }, field('version')],
    ['a version between', { ...written, version: 0.5 }, field('version')],
    ['a version that is a text', { ...written, version: '1' }, field('version')],
    ['no version', { ...written, version: undefined }, field('version')],
    ['no connections', { ...written, connections: undefined }, field('connections')],
    ['connections that are no list', { ...written, connections: {} }, field('connections')],
    ['no preferences', { ...written, preferences: undefined }, field('preferences')],
    ['preferences that are a list', { ...written, preferences: [] }, field('preferences')],
    [
      'an interval that is not offered',
      { ...written, preferences: { refreshEveryS: 1 } },
      field('preferences.refreshEveryS'),
    ],
    [
      'a badge that is not offered',
      { ...written, preferences: { badgeShows: 'all' } },
      field('preferences.badgeShows'),
    ],
    [
      'another choice for an idle day',
      { ...written, preferences: { whenIdle: 'all' } },
      field('preferences.whenIdle'),
    ],
    [
      'runs to leave out that are no yes or no',
      { ...written, preferences: { onlyTopLevelRuns: 'yes' } },
      field('preferences.onlyTopLevelRuns'),
    ],
    [
      'another way to write times',
      { ...written, preferences: { hours: '10' } },
      field('preferences.hours'),
    ],
    [
      'another way to write durations',
      { ...written, preferences: { durations: 'x' } },
      field('preferences.durations'),
    ],
    [
      'a goal of no hours',
      { ...written, preferences: { dailyGoalS: 0 } },
      field('preferences.dailyGoalS'),
    ],
    [
      'a goal of more hours than a week has',
      { ...written, preferences: { weeklyGoalS: 604_801 } },
      field('preferences.weeklyGoalS'),
    ],
    [
      'an address on the web that is not secure',
      { ...written, preferences: { olieWebAddress: 'http://company.example' } },
      field('preferences.olieWebAddress'),
    ],
    [
      'working hours that begin before midnight',
      { ...written, preferences: { reminders: { workFromMin: -1 } } },
      field('preferences.reminders.workFromMin'),
    ],
    ['a row that is a text', withRow('olie'), field(`${second}.kind`)],
    [
      'a kind that we do not know',
      withRow({ ...workflowRow, kind: 'later' }),
      field(`${second}.kind`),
    ],
    ['a kind that every object has', withRow({ kind: 'constructor' }), field(`${second}.kind`)],
    ['no address', withRow({ ...workflowRow, address: undefined }), field(`${second}.address`)],
    [
      'an address that the form refuses',
      withRow({ ...workflowRow, address: 'http://api.b3os.org' }),
      field(`${second}.address`, 'addressNotHttps'),
    ],
    [
      'an address with a token in it',
      withRow({ ...workflowRow, address: 'https://b3os.test?token=x' }),
      field(`${second}.address`, 'addressWithQuery'),
    ],
    [
      'an id that leads elsewhere',
      withRow({ ...workflowRow, executionId: '../x' }),
      field(`${second}.executionId`, 'executionIdCharacters'),
    ],
    [
      'an id that is a number',
      withRow({ ...workflowRow, executionId: 7 }),
      field(`${second}.executionId`),
    ],
    ['a label that is a list', withRow({ ...workflowRow, label: [] }), field(`${second}.label`)],
    [
      'a number of runs that is not offered',
      withRow({ ...runsRow, show: 7 }),
      field(`${second}.show`),
    ],
    [
      'a responder that is none',
      withRow({ ...runsRow, responderIds: ['x'] }),
      field(`${second}.responderIds`, 'responderIdsUnreadable'),
    ],
    [
      'responders that are a text',
      withRow({ ...runsRow, responderIds: 'x' }),
      field(`${second}.responderIds`),
    ],
    [
      'two timers',
      withRow({ ...olieRow, address: 'https://x.test' }),
      other('backupTwice', second),
    ],
    [
      'two workspaces',
      { ...written, connections: [runsRow, { ...runsRow, address: 'https://x.test' }] },
      other('backupTwice', second),
    ],
    [
      'an execution twice',
      { ...written, connections: [workflowRow, { ...workflowRow, label: 'other' }] },
      other('backupTwice', second),
    ],
  ])('%s', (_, file, refusal) => {
    expect(parseJson(file)).toEqual({ ok: false, ...refusal });
  });
});
