import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root of the repository, with a `/` at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface SourceFile {
  /** From the root of the repository, with `/`. */
  path: string;
  source: string;
}

/** Every module that users load. */
export function shippedModules(): SourceFile[] {
  return ['lib', 'components', 'entrypoints'].flatMap((folder) =>
    readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => ({ path, source: readFileSync(ROOT + path, 'utf8') })),
  );
}

export function rootFile(name: string): string {
  return readFileSync(ROOT + name, 'utf8');
}
