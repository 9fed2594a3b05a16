import { expect, test } from 'vitest';
import { exampleReminder } from '../../../../lib/core/reminders/decide';
import { createFormat } from '../../../../lib/core/time/format';
import { localMs } from '../../../support/examples/example-history';
import { EXAMPLE_ZONE } from '../../../support/examples/example-timer';
import { textsOf } from '../../../support/examples/texts';

const words = { t: textsOf('en'), format: createFormat('en', { hours: '24' }) };

// Each reads as a real one does: its times and lengths agree with each other and with now.
test.each([
  ['still-running', 'Example project still runs', 'It has run for 4:00 h, since 10:52.'],
  ['after-hours', 'Example project still runs', 'Your working hours ended at 14:42.'],
  ['away', 'Example project ran while you were away', 'You were away 14:05 – 14:52 (0:47 h).'],
  [
    'not-started',
    'No timer running',
    'You have been at the computer since 14:42, and nothing is tracked.',
  ],
  ['goal', 'Daily goal reached', '8:00 h today, of 8:00 h.'],
  ['expected', 'Example project: 80% of the expected hours', '8:00 of 10:00 h expected'],
  ['workflow-failed', 'Example project: Failed', 'B3OS, ended at 14:52'],
  ['workflow-ended', 'Example project: Succeeded', 'B3OS, ended at 14:52'],
  ['run-failed', 'Agent run of 13:52: Failed', 'Zaia, ended at 14:52'],
  ['run-ended', 'Agent run of 13:52: Completed', 'Zaia, ended at 14:52'],
] as const)('at 14:52 the example of %s is "%s": "%s"', (rule, title, message) => {
  const nowMs = localMs('2026-03-13 14:52');
  const example = exampleReminder(rule, nowMs, EXAMPLE_ZONE, words);
  expect(example).toEqual({ id: `olie:${rule}:example`, rule, title, message });
});

test("an example is on the clock of the browser's zone", () => {
  const nowMs = localMs('2026-03-13 14:52');
  const { message } = exampleReminder('after-hours', nowMs, 'Asia/Tokyo', words);
  expect(message).toBe('Your working hours ended at 02:42.');
});
