import { build } from 'wxt';
import { makeTemporaryFolder } from '../../test/support/browsers/temporary-folder.ts';
import { silent } from './silent.ts';

/** What each package gives to each file of scripts, in bytes before gzip; ours is under `ours`. */
export type Weights = Map<string, Map<string, number>>;

/** A chunk as the bundler tells of it: how long each module is in it. */
interface Chunk {
  type: string;
  fileName: string;
  modules?: Record<string, { renderedLength: number }>;
}

/** Builds once more, into a temporary folder, and listens to what the bundler puts together. */
export async function weighPackages(): Promise<Weights> {
  const folder = await makeTemporaryFolder('weights');
  const weights: Weights = new Map();
  const listen = {
    name: 'weigh',
    generateBundle: (_: unknown, bundle: Record<string, unknown>) => {
      // The bundler says so: https://rolldown.rs/reference/Interface.OutputChunk
      for (const chunk of Object.values(bundle) as Chunk[]) {
        if (chunk.type === 'chunk') weights.set(chunk.fileName, byPackage(chunk.modules ?? {}));
      }
    },
  };
  try {
    await build({
      browser: 'chrome',
      outDir: folder.path,
      logger: silent,
      vite: () => ({ plugins: [listen] }),
    });
  } finally {
    folder.remove();
  }
  return weights;
}

function byPackage(modules: NonNullable<Chunk['modules']>): Map<string, number> {
  const bytes = new Map<string, number>();
  for (const [id, { renderedLength }] of Object.entries(modules)) {
    const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? 'ours';
    bytes.set(name, (bytes.get(name) ?? 0) + renderedLength);
  }
  return bytes;
}
