import { type ComponentChildren, Fragment } from 'preact';
import type { TextKey } from '../lib/core/texts';
import { useUi } from './ui';

/** A private-use character: no text contains it. */
const MARK = '\uE000';

/**
 * A text with elements in place of `$1`, `$2` … Their order depends on the language.
 * @param parts the element for `$1` first
 */
export function Sentence({ text, parts }: { text: TextKey; parts: ComponentChildren[] }) {
  const { t } = useUi();
  const pieces = t(text, ...parts.map((_, index) => MARK + index + MARK)).split(MARK);
  // Every second piece is the number of a part.
  return (
    <>
      {pieces.map((piece, index) => (
        <Fragment key={index}>{index % 2 === 1 ? parts[Number(piece)] : piece}</Fragment>
      ))}
    </>
  );
}
