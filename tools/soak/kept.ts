import type { Page } from 'puppeteer-core';

/** What we read of Chromium's heap snapshot: an array of numbers for all nodes, and which of them is what. */
interface HeapSnapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
  nodes: number[];
}

/**
 * What a page keeps after a collection of garbage, in MB: the heap and the browser's own parts of the page, without the code
 * that the browser compiled. That grows for hours, as one function after the other was called often enough to be compiled
 * (0.9 MB in an eight-hour panel), and would hide a leak.
 */
export async function keptMb(page: Page): Promise<number> {
  const cdp = await page.createCDPSession();
  const chunks: string[] = [];
  cdp.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.takeHeapSnapshot');
  await cdp.detach();
  return sizeWithoutCode(JSON.parse(chunks.join(''))) / 1e6;
}

/** In bytes. */
function sizeWithoutCode({ snapshot, nodes }: HeapSnapshot): number {
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const code = types[0].indexOf('code');
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    if (nodes[node + type] !== code) bytes += nodes[node + size] ?? 0;
  }
  return bytes;
}
