import { describe, expect, test } from 'vitest';
import { menuIdOf, menuLines } from '../../../../lib/core/toolbar/menu';

const idsWith = (sidePanel: boolean, reminders: boolean) =>
  menuLines({ sidePanel, reminders }).map(({ id }) => id);

describe('the menu', () => {
  const always = ['refresh', 'copy-summary', 'history'];
  const mute = ['mute', 'mute-two-hours', 'mute-today', 'mute-not'];

  test.each([
    [true, true, [...always, 'side-panel', ...mute]],
    [true, false, [...always, 'side-panel']],
    [false, true, [...always, ...mute]],
    [false, false, always],
  ])('with a side panel: %s, with reminders: %s', (sidePanel, reminders, ids) => {
    expect(idsWith(sidePanel, reminders)).toEqual(ids);
  });

  test('opens what mutes from one line', () => {
    const inner = menuLines({ sidePanel: true, reminders: true }).filter(
      ({ parentId }) => parentId,
    );
    expect(inner.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['mute-two-hours', 'mute'],
      ['mute-today', 'mute'],
      ['mute-not', 'mute'],
    ]);
  });
});

test.each([
  ['refresh', 'refresh'],
  ['mute-not', 'mute-not'],
  ['_execute_action', null],
  ['', null],
])('the id %j is the line %j', (id, line) => {
  expect(menuIdOf(id)).toBe(line);
});
