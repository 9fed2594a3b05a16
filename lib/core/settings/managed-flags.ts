/** `addressesLocked`, `historyOff`, `remindersOff`. */
const FLAG = /(?:Locked|Off)$/;

/** What was set, with true and false for 1 and 0: Firefox on a Mac has only those (docs/browser-bugs.md). */
export function withFlags(stored: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(stored), (name, value) =>
    FLAG.test(name) && (value === 0 || value === 1) ? value === 1 : value,
  );
}
