import { posix } from 'node:path';
import { ARROWS } from './arrows.ts';

/** The services, by the name that each has in every layer. */
export const SERVICES = ['olie', 'b3os', 'zaia'];

const IMPORT =
  /\b(?:import|export)\s+(type\s)?(?:[^'"();]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]/g;
/** The floors of lib/core, the plainest first. Each imports only itself and what stands before it. */
const FLOORS = [
  ['texts.ts', 'zod.ts'],
  ['time/'],
  ['ui.ts'],
  ['counted.ts'],
  ['feeds/'],
  SERVICES.map((name) => `${name}/`),
  ['services.ts'],
  ['settings/'],
  ['state/'],
  ['history/'],
  ['reminders/'],
  ['messages/'],
  ['toolbar/'],
];
/** A service's own folder, in any layer. */
const SERVICE = new RegExp(`/(${SERVICES.join('|')})/`);
/** The lists of services, and what is about the running timer: they may import from a service's folder. */
const MAY_NAME_A_SERVICE = [
  'lib/core/services.ts',
  'lib/core/settings/backup-rules.ts',
  'lib/core/state/',
  'lib/core/history/',
  'lib/core/reminders/',
  'lib/core/toolbar/',
  'components/popup/popup-view',
  'components/popup/announcement',
  'lib/browser/earlier-storage.ts',
  'entrypoints/background/clients.ts',
  'entrypoints/background/user-day.ts',
  'entrypoints/background/publish.ts',
  'entrypoints/background/remember.ts',
  'components/welcome/',
  'components/history/',
  'entrypoints/options/sections.ts',
  'entrypoints/options/pasted-for.ts',
  'entrypoints/welcome/',
  'entrypoints/history/',
  'entrypoints/popup/',
  'entrypoints/gallery/',
];
/** What works the same for every service: none is named in a string. */
const MECHANISM = [
  'lib/core/feeds/',
  'lib/core/settings/',
  'lib/core/messages/',
  'entrypoints/background/',
];
/** These read what older versions stored, by the names of then. */
const MIGRATIONS = /-migrations\.ts$/;
const SERVICE_IN_STRING = new RegExp(`(['"\`])(?:${SERVICES.join('|')})\\1`, 'g');
const MUTABLE_STATE = /^(?:export )?(?:let|var) (\w+)/gm;
const IMPURE =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bset(?:Timeout|Interval)\b|\bfetch\b|\bglobalThis\b|\bnavigator\b|\bwindow\.|\bdocument\./g;
/** Anything but the texts of our own package. */
const FETCH = /\bfetch\s*\((?!`\/_locales\/)/;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*\.tsx?$/;
const MOST_LINES = 200;

interface Import {
  from: string;
  isType: boolean;
}

/** What a module imports, statically or dynamically, and what it exports from elsewhere. */
export function importsOf(source: string): Import[] {
  const code = withoutComments(source);
  return [...code.matchAll(IMPORT)].map(([, type, from, dynamic]) => ({
    from: from ?? dynamic ?? '',
    isType: type !== undefined,
  }));
}

/**
 * In what a module breaks the rules of the house.
 * @param path from the root of the repository, with `/`
 */
export function violations(path: string, source: string): string[] {
  const code = withoutComments(source);
  const found = importsOf(source)
    .filter((imported) => !mayImport(path, imported))
    .map(({ from }) => `${path} imports ${from}`);
  if (path !== 'lib/api/http.ts' && FETCH.test(code)) found.push(`${path} calls fetch`);
  if (path.startsWith('lib/core/')) {
    found.push(...[...code.matchAll(IMPURE)].map(([name]) => `${path} is not pure: ${name}`));
    const variables = [...code.matchAll(MUTABLE_STATE)];
    found.push(...variables.map(([, name]) => `${path} keeps state: ${name}`));
  }
  if (MECHANISM.some((folder) => path.startsWith(folder)) && !MIGRATIONS.test(path)) {
    const named = code.match(SERVICE_IN_STRING) ?? [];
    found.push(...named.map((name) => `${path} names a service: ${name}`));
  }
  if (!KEBAB_CASE.test(posix.basename(path))) found.push(`${path} is not in kebab-case`);
  const lines = source.trimEnd().split('\n').length;
  if (lines > MOST_LINES) found.push(`${path} has ${lines} lines`);
  return found;
}

function mayImport(path: string, { from, isType }: Import): boolean {
  const arrows = ARROWS.find(({ folder }) => path.startsWith(folder));
  if (arrows === undefined) return false;
  if (!from.startsWith('.')) return arrows.packages.includes(from);
  const target = posix.join(posix.dirname(path), from);
  if (SERVICE.test(target) && !mayName(path, target)) return false;
  if (isBelow(path, target)) return false;
  const isIn = (folder: string) => target.startsWith(folder);
  return arrows.folders.some(isIn) || (isType && (arrows.types ?? []).some(isIn));
}

/** A service's folder names no other service. */
function mayName(path: string, target: string): boolean {
  const [, own] = SERVICE.exec(path) ?? [];
  if (own !== undefined) return own === SERVICE.exec(target)?.[1];
  return MAY_NAME_A_SERVICE.some((allowed) => path.startsWith(allowed));
}

function isBelow(path: string, target: string): boolean {
  const [from, to] = [floorOf(path), floorOf(target)];
  return from !== -1 && to !== -1 && to > from;
}

/** The floor of a module, 0 for the plainest; -1 for a module on none. */
export function floorOf(path: string): number {
  return FLOORS.findIndex((names) =>
    names.some((name) => `${path}.ts`.startsWith(`lib/core/${name}`)),
  );
}

/** A comment does not begin within a word or a quote: `'./services/*.ts'` is none. */
function withoutComments(source: string): string {
  return source.replace(/(?<![\w/'"`])\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1');
}
