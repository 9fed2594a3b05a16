import { existsSync } from 'node:fs';
import { run } from './steps.mjs';

/** Whether this is a Debian on which packages may be installed. */
export function canInstall() {
  return existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

/**
 * @param {string[]} names of Debian's packages
 * @param {() => void} [check] throws a SetupError if they are of no use
 * @returns {import('./steps.mjs').Step}
 */
export function installStep(names, check) {
  const install = () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update'], { env });
    run('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env });
    check?.();
  };
  return { what: `Install the Debian packages ${names.join(', ')} (apt-get)`, run: install };
}
