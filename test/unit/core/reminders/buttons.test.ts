import { expect, test } from 'vitest';
import { reminderButtons } from '../../../../lib/core/reminders/buttons';

const WEB = 'https://company.example';

test.each([
  ['olie:still-running:exe-1', WEB, ['muteToday', 'openOlie']],
  ['olie:not-started:1773424500000', WEB, ['muteToday', 'openOlie']],
  ['olie:expected:p-1 80', WEB, ['muteToday', 'openOlie']],
  ['olie:still-running:exe-1', undefined, ['muteToday']],
  // Olie knows nothing of these.
  ['olie:workflow-failed:a', WEB, ['muteToday']],
  ['olie:run-ended:b', WEB, ['muteToday']],
] as const)('%s with %s has %j', (id, webAddress, buttons) => {
  expect(reminderButtons(id, webAddress)).toEqual(buttons);
});
