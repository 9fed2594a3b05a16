import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { released } from './changelog.ts';
import { nextVersion } from './version.ts';

/** Something that the reader can mend. Only its message is shown. */
export class ReleaseError extends Error {}

const CHANGED = ['CHANGELOG.md', 'package.json', 'package-lock.json'];

/**
 * Makes a version of what is on `main`: its number in package.json, package-lock.json and CHANGELOG.md, in one commit
 * with a tag. The manifests take the number from package.json. Nothing is pushed.
 *
 * @param root of the project
 * @param bump `patch`, `minor`, `major`, or a version such as `1.0.0`
 * @param date of the release, such as `2026-12-01`
 * @returns the tag, such as `v0.2.0`
 * @throws ReleaseError if this is no state to release; nothing is changed then
 */
export function release(root: string, bump: string, date: string): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  // npm has read it before this runs.
  const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const version = nextVersion(about.version, bump);
  if (!version) {
    throw new ReleaseError(
      `Say patch, minor, major, or a version after ${about.version}: "${bump}" is none.`,
    );
  }
  const tag = `v${version}`;
  const branch = git('branch', '--show-current');
  if (branch !== 'main') throw new ReleaseError(`This is ${branch || 'no branch'}, not main.`);
  const dirty = git('status', '--porcelain');
  if (dirty) throw new ReleaseError(`Commit or remove this first:\n${dirty}`);
  if (git('tag', '--list', tag)) throw new ReleaseError(`There is a tag ${tag} already.`);
  const path = join(root, 'CHANGELOG.md');
  const changelog = released(readFileSync(path, 'utf8'), version, date);
  if (!changelog) {
    throw new ReleaseError(`CHANGELOG.md has nothing under "## Next", or has ${version} already.`);
  }
  const before = git('rev-parse', 'HEAD');
  try {
    npmVersion(root, version);
    writeFileSync(path, changelog);
    git('add', ...CHANGED);
    git('commit', '--quiet', '--message', `Release ${version}`);
    git('tag', '--annotate', '--message', `Olie Timer ${version}`, tag);
  } catch (error) {
    // No name is set, or a hook or the signing refuses: as it was before.
    git('reset', '--soft', before);
    git('restore', '--staged', '--worktree', ...CHANGED);
    throw new ReleaseError(`Nothing is released, and all is as it was before.\n${error}`);
  }
  return tag;
}

function npmVersion(root: string, version: string): void {
  const { status, stderr } = spawnSync(`npm version ${version} --no-git-tag-version`, {
    cwd: root,
    encoding: 'utf8',
    // On Windows npm is a script, which needs a shell. The version consists of numbers and dots.
    shell: true,
  });
  if (status !== 0) throw new ReleaseError(`npm has not written the version:\n${stderr}`);
}
