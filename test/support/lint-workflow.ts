import { randomUUID } from 'node:crypto';
import type * as service from '@actions/languageservice';
import { build } from 'esbuild';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ROOT } from './sources.ts';

/** GitHub's own language service. It imports JSON as bundlers do, which Node refuses: so it is bundled first. */
let loaded: Promise<typeof service> | null = null;

/**
 * What is wrong in a workflow: keys and values that GitHub does not know, expressions, jobs that are not there.
 *
 * @returns a line for each mistake, such as `5: Unexpected value 'red'`
 */
export async function lintWorkflow(path: string, text: string): Promise<string[]> {
  loaded ??= load();
  const { validate } = await loaded;
  // It remembers documents by their paths.
  const document = TextDocument.create(`file:///${randomUUID()}/${path}`, 'yaml', 1, text);
  const found = await validate(document);
  return found.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
}

async function load(): Promise<typeof service> {
  const { outputFiles } = await build({
    stdin: { contents: "export { validate } from '@actions/languageservice';", resolveDir: ROOT },
    bundle: true,
    format: 'esm',
    // Asks for nothing of Node, which a module without an address could not load.
    platform: 'browser',
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  return import(/* @vite-ignore */ `data:text/javascript;base64,${code}`);
}
