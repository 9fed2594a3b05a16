import './json-tree.css';
import { counted } from '../lib/core/counted';
import type { JsonTree as Tree } from '../lib/core/feeds/json-tree';
import { useUi } from './ui';

/** Pixels per level. */
const INDENT = 12;

/** A document of unknown shape, as names and values. A text is shown as it is, whatever it looks like. */
export function JsonTree({ tree, label }: { tree: Tree; label: string }) {
  const ui = useUi();
  return (
    <>
      <ul class="json" aria-label={label}>
        {tree.nodes.map(({ depth, name, value }, index) => (
          <li key={index} style={{ paddingInlineStart: `${depth * INDENT}px` }}>
            {name !== '' && <bdi class="json-name">{name}</bdi>} <bdi>{value}</bdi>
          </li>
        ))}
      </ul>
      {tree.notShown > 0 && <p class="hint">{counted(ui, 'notShown', tree.notShown)}</p>}
    </>
  );
}
