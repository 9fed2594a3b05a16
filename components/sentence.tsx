import { type ComponentChildren, Fragment } from 'preact';
import type { TextKey } from '../lib/core/texts';
import { useUi } from './ui';

/** Stands around a part's number while the text is looked up: a private character (Unicode, 23.5), so in no text. */
const MARK = '\uE000';

/**
 * A text whose `$1`, `$2` … are elements: times that a machine can read, names that keep their own direction. The
 * order of the parts is the language's.
 */
export function Sentence({ text, parts }: { text: TextKey; parts: ComponentChildren[] }) {
  const { t } = useUi();
  const pieces = t(text, ...parts.map((_, index) => MARK + index + MARK)).split(MARK);
  // Between the marks stand the parts' numbers: every second piece.
  return (
    <>
      {pieces.map((piece, index) => (
        <Fragment key={index}>{index % 2 === 1 ? parts[Number(piece)] : piece}</Fragment>
      ))}
    </>
  );
}
