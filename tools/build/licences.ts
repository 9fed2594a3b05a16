import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A file with the terms of a package, by any of the usual names. */
const LICENCE_FILE = /^(?:licen[cs]e|copying)(?:\.\w+)?$/i;
/** The folder of a package within a module's path: the innermost. */
const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** What a package says of itself in its package.json, as far as it is read here. */
interface PackageJson {
  name: string;
  version: string;
  license?: string;
  repository?: string | { url?: string };
}

/** What the bundler tells its plugins, as far as it is read here. */
type Bundle = Record<string, { type: 'asset' } | { type: 'chunk'; moduleIds: string[] }>;

/**
 * Watches what WXT bundles. Its plugin belongs into every build; the text is complete when all have ended.
 *
 * @param fallback a folder with the terms of packages that come without a file, by the names of their repositories, such
 *   as `wxt.txt`
 */
export function watchLicences(fallback: string) {
  const folders = new Set<string>();
  const plugin = {
    name: 'watch-licences',
    generateBundle(_: unknown, bundle: Bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk') continue;
        for (const folder of packagesOf(part.moduleIds)) folders.add(folder);
      }
    },
  };
  return { plugin, text: () => licencesText([...folders], fallback) };
}

/** The folders of the packages that modules are of. What the bundler has made up by itself is of none. */
export function packagesOf(moduleIds: string[]): string[] {
  const found = moduleIds.flatMap((id) => PACKAGE.exec(id.replaceAll('\\', '/')) ?? []);
  return [...new Set(found)];
}

/**
 * The terms of packages, by their names, in words for people.
 *
 * @param folders of the packages
 * @param fallback see `watchLicences`
 * @throws Error if a package has no terms
 */
export function licencesText(folders: string[], fallback: string): string {
  const parts = folders.map((folder) => {
    // npm has checked it when it installed the package.
    const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;
    const { name, version, license = 'see below' } = about;
    const address = addressOf(about);
    const terms = termsIn(folder, LICENCE_FILE) ?? termsIn(fallback, `${basename(address)}.txt`);
    if (!terms) throw new Error(`${name} is bundled, but has no file with its licence`);
    return `${name} ${version} (${license})\n${address}\n\n${terms.trim()}\n`;
  });
  const line = `\n${'-'.repeat(80)}\n\n`;
  // Nothing else tells a browser that a file is in UTF-8.
  return `\uFEFF${[INTRODUCTION, ...parts.sort()].join(line)}`;
}

const INTRODUCTION = 'Olie Timer contains parts of these projects, under their own terms.\n';

function termsIn(folder: string, name: RegExp | string): string | null {
  const file = readdirSync(folder).find((one) => one === name || one.match(name));
  return file ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n') : null;
}

function addressOf({ name, repository }: PackageJson): string {
  const url = typeof repository === 'object' ? repository.url : repository;
  const path = /github\.com[/:]([^/]+\/[^/#]+?)(?:\.git)?(?:#.*)?$/.exec(url ?? '')?.[1] ?? url;
  if (!path) return `https://www.npmjs.com/package/${name}`;
  return path.includes(':') ? path : `https://github.com/${path}`;
}
