/** Browsers know numbers only, no `-beta`. */
const VERSION = /^(\d{1,5})\.(\d{1,5})\.(\d{1,5})$/;

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
  if (!VERSION.test(bump)) return null;
  // As numbers: 0.10.0 is after 0.9.0.
  const isLater = bump.localeCompare(version, 'en', { numeric: true }) > 0;
  return isLater ? bump : null;
}
