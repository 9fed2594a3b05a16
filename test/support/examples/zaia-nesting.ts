import { parseNesting } from '../../../lib/api/zaia/nesting.ts';
import type { Nesting } from '../../../lib/core/zaia/nesting.ts';

/** As it comes over the wire. Texts are JSON: JSON.stringify cannot go as deep as JSON.parse. */
export const read = (body: unknown) =>
  parseNesting(JSON.parse(typeof body === 'string' ? body : JSON.stringify(body)));
/** The tree as lines: each node's id, indented by its depth. */
export const drawn = ({ nodes }: Nesting) => nodes.map(({ id, depth }) => ' '.repeat(depth) + id);

const ROOT = '7d0c9b1e-2f43-4a53-9a0b-0b6f5d1f7a02';
type Node = Nesting['nodes'][number];
const node = (last: string, start: string, end: string, rest: Partial<Node>): Node => ({
  id: `7d0c9b1e-2f43-4a53-9a0b-0b6f5d1f7${last}`,
  startedAtMs: Date.parse(`2026-03-13T${start}Z`),
  endedAtMs: Date.parse(`2026-03-13T${end}Z`),
  status: 'completed',
  credits: 0,
  isAgentic: true,
  isPurged: false,
  depth: 1,
  ...rest,
});
export const documented: Nesting = {
  nodes: [
    node('a02', '20:41:00', '20:42:12.500', { credits: 3.2, depth: 0 }),
    node('b01', '20:41:02', '20:41:31', { credits: 1.1, isAgentic: false, parentId: ROOT }),
    node('b02', '20:41:32', '20:42:10', { credits: 2.1, parentId: ROOT }),
  ],
  notShown: 0,
};
