import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A script of this folder with all that it imports, for a page to run. */
export async function bundled(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(name, import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'chrome120',
  });
  return outputFiles[0]?.text ?? '';
}
