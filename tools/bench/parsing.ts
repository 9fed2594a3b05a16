import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';
import { makeTemporaryFolder } from '../../test/support/browsers/temporary-folder.ts';
import { inTurn, median } from './in-turn.ts';
import { largestAgentRuns, largestTimer, largestWorkflow } from './largest.ts';
import { absolute, type Line, relative } from './line.ts';
import { silent } from './silent.ts';
import { SLOWER, startStage } from './stage.ts';

const entrypointsDir = fileURLToPath(new URL('./parsing', import.meta.url));

/**
 * Open beside the measured one, in its process. In the smallest of heaps each megabyte that comes makes Chromium collect
 * garbage: amid one measure out of two, 8 ms each time, and that of those before it.
 */
const OTHER_PAGES = 2;

/** How long the largest answers take that are read at all, on a slowed processor. */
export async function parsing(): Promise<Line[]> {
  const folder = await makeTemporaryFolder('parsing');
  const stage = await startStage();
  try {
    await build({ browser: 'chrome', entrypointsDir, outDir: folder.path, logger: silent });
    const origin = await stage.add({ ...folder, path: join(folder.path, 'chrome-mv3') });
    const open = async () => {
      const opened = await stage.browser.newPage();
      await opened.goto(`${origin}/parsing.html`);
      return opened;
    };
    for (let others = 0; others < OTHER_PAGES; others += 1) await open();
    const page = await open();
    await page.emulateCPUThrottling(SLOWER);
    const largest = { olie: largestTimer(), b3os: largestWorkflow(), zaia: largestAgentRuns() };
    for (const [name, body] of Object.entries(largest)) {
      await page.evaluate(`keepBody('${name}', ${JSON.stringify(body)})`);
    }
    // The page answers with milliseconds.
    const call = (source: string) => async () => (await page.evaluate(source)) as number;
    const all = await inTurn({
      olie: call("parseMs('olie')"),
      olieDecoded: call("decodeMs('olie')"),
      b3os: call("parseMs('b3os')"),
      b3osDecoded: call("decodeMs('b3os')"),
      zaia: call("parseMs('zaia')"),
      zaiaDecoded: call("decodeMs('zaia')"),
    });
    return [
      ...linesOf('Olie', median(all.olie), median(all.olieDecoded)),
      ...linesOf('B3OS', median(all.b3os), median(all.b3osDecoded)),
      ...linesOf('Zaia', median(all.zaia), median(all.zaiaDecoded)),
    ];
  } finally {
    await stage.close();
    folder.remove();
  }
}

/** @param decodedMs what the browser's own `Response.json` takes for the same bytes */
function linesOf(service: string, allMs: number, decodedMs: number): Line[] {
  return [
    absolute(`parsing: 1 MB of ${service}, beyond decoding it`, allMs - decodedMs, 'ms', 30),
    relative(`parsing: 1 MB of ${service}, beside decoding it`, allMs, decodedMs, 'ms', null),
  ];
}
