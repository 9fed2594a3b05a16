/** Browsers know numbers only, no `-beta`, and no `01`: npm would write another version than the tag has. */
const VERSION = /^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2}$/;
/** Chromium's largest number. */
const MOST = 65_535;

/**
 * The version that follows.
 *
 * @param version of now, such as `0.1.0`
 * @param bump `patch`, `minor`, `major`, or the version itself
 * @returns null if that is none, or not a later one
 */
export function nextVersion(version: string, bump: string): string | null {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (bump === 'major') return `${major + 1}.0.0`;
  if (bump === 'minor') return `${major}.${minor + 1}.0`;
  if (bump === 'patch') return `${major}.${minor}.${patch + 1}`;
  if (!VERSION.test(bump) || bump.split('.').some((number) => Number(number) > MOST)) return null;
  // As numbers: 0.10.0 is after 0.9.0.
  const isLater = bump.localeCompare(version, 'en', { numeric: true }) > 0;
  return isLater ? bump : null;
}
