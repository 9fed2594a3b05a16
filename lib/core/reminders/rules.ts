import type { RuleKey } from '../settings/reminder-preferences';
import { runEnded, runFailed, workflowEnded, workflowFailed } from './ended-rules';
import type { Rule } from './rule';
import { afterHours, away, notStarted, stillRunning } from './running-rules';
import { expected, goal } from './total-rules';

/** What each reminder does. What may be chosen of it is in `settings/reminder-preferences.ts`. */
export const RULES: Record<RuleKey, Rule> = {
  'still-running': stillRunning,
  'after-hours': afterHours,
  away,
  'not-started': notStarted,
  goal,
  expected,
  'workflow-failed': workflowFailed,
  'workflow-ended': workflowEnded,
  'run-failed': runFailed,
  'run-ended': runEnded,
};
