import { useRef, useState } from 'preact/hooks';
import type { Message } from '../../components/message-line';
import { type Said, said } from './form-message';

/** Says what became of an action, unless a newer one has begun. */
export type Tell = (outcome: Said) => void;

/** What a form says. Answers may come late: only the newest of its actions may say something, or change the form. */
export function useSaid(first: () => Said) {
  const [shown, show] = useState<Said>(first);
  const newest = useRef(0);
  /** @param isStill false once the user has typed something else: an error then leaves the focus where they are */
  const begin = (isStill = () => true) => {
    newest.current += 1;
    const own = newest.current;
    const isNewest = () => own === newest.current;
    const focused = document.activeElement;
    const tell: Tell = (outcome) => {
      const keepsFocus = !isStill() || document.activeElement !== focused;
      if (isNewest()) show({ ...outcome, keepsFocus });
    };
    return { isNewest, tell };
  };
  const say = (tone: Message['tone'], text: Message['text']) => show(said(tone, text));
  /** A field is changed: what was said at it was of the text before. */
  const takeBack = (field: string) =>
    show((now) => {
      const { [field]: before, ...errors } = now.errors;
      return before === undefined ? now : { ...now, errors, keepsFocus: true };
    });
  return { shown, show, say, begin, takeBack };
}
