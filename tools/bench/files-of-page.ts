import { posix } from 'node:path';

/** What the files of the popup's sections are called. */
const SECTIONS = ['workflows', 'agent-runs'];

/**
 * What a built page loads: `first` is itself and all that it names or imports before it can be drawn, `later` what these
 * always import afterwards. The sections are not in it: each comes where its kind of feed is connected.
 * @param source gives the text of a file, by its path in the build
 * @param sections what their files are called
 */
export function filesOfPage(
  page: string,
  source: (file: string) => string,
  sections: string[] = SECTIONS,
): { first: string[]; later: string[] } {
  const first = reachable([page], (file) => importedBy(file, source(file)));
  const all = reachable([...first], (file) => [
    ...importedBy(file, source(file)),
    ...importedLaterBy(file, source(file))
      .filter(({ module }) => !isSection(module, sections))
      .flatMap(({ module, styles }) => [module, ...styles]),
  ]);
  return { first: [...first], later: [...all].filter((file) => !first.has(file)) };
}

function reachable(from: string[], next: (file: string) => string[]): Set<string> {
  const found = new Set(from);
  // A set that grows while it is gone through is gone through to its last end.
  for (const file of found) {
    for (const name of next(file)) found.add(name);
  }
  return found;
}

function importedBy(file: string, source: string): string[] {
  if (file.endsWith('.html')) {
    return names(source, /<(?:script|link)[^>]+(?:src|href)="\/([^"]+\.(?:js|css))"/g);
  }
  return names(source, /\b(?:import|from)\s*["'`](\.[^"'`]+\.js)["'`]/g).map(besides(file));
}

/** What is imported by `import()`, each with the styles that Vite loads along. */
function importedLaterBy(file: string, source: string): { module: string; styles: string[] }[] {
  if (!file.endsWith('.js')) return [];
  // Vite lists the styles once, `__vite__mapDeps=(i,m=…,d=(m.f||(m.f=["assets/a.css"])))=>…`, then names them by place.
  const [list = ''] = names(source, /\bm\.f=\[([^\]]*)\]/g);
  const all = names(list, /["'`]([^"'`]+)["'`]/g);
  const calls = source.matchAll(
    /\bimport\(\s*["'`](\.[^"'`]+\.js)["'`]\s*\)(?:\.then\([^)]*\))?(?:,\s*__vite__mapDeps\(\[([\d,]*)\]\))?/g,
  );
  return [...calls].map(([, name = '', places = '']) => ({
    module: besides(file)(name),
    styles: all.filter((_, place) => places.split(',').includes(String(place))),
  }));
}

function names(source: string, pattern: RegExp): string[] {
  return [...source.matchAll(pattern)].map(([, name = '']) => name);
}

/** The path in the build of what a file there names from where it is. */
function besides(file: string): (name: string) => string {
  return (name) => posix.join(posix.dirname(file), name);
}

/** Built files end in a hash: `chunks/workflow-BaUi1Pko.js`. */
function isSection(file: string, sections: string[]): boolean {
  const [, name = ''] = /^(.*)-[\w-]{8}\.js$/.exec(posix.basename(file)) ?? [];
  return sections.includes(name);
}
