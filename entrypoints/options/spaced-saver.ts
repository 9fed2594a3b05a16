/**
 * Chromium takes 1,800 writes an hour and 120 a minute to `storage.sync`. Firefox has no such limit, and writes nothing
 * that a page asks for while it closes.
 */
export const SYNC_SPACING_MS = import.meta.env.FIREFOX ? 0 : 2_100;

/** How long after the last character typing counts as finished. Whoever types 12 hours does not want a goal of 1. */
export const TYPING_MS = 2_100;

/** Saves quick changes a few at a time: the newest wins. */
export interface SpacedSaver<Value> {
  /** @param isTyped the user may still be typing: wait for the end. Default: false */
  save(value: Value, isTyped?: boolean): void;
  /** The user has left the field: typing is finished. */
  settle(): void;
  /**
   * Saves at once what still waits.
   * @returns true if the last write succeeded
   */
  flush(): Promise<boolean>;
  /** Something waits or is being written. */
  isBusy(): boolean;
}

/**
 * The first change is written at once, later ones together when the last write was so long ago.
 * @param write rejects if it is refused
 * @param spacingMs between two writes, at most TYPING_MS
 * @param onSaved is called when nothing waits any more, with whether the last write succeeded
 */
export function spacedSaver<Value>(
  write: (value: Value) => Promise<void>,
  spacingMs: number,
  onSaved: (isSaved: boolean) => void,
): SpacedSaver<Value> {
  let waiting: { value: Value } | null = null;
  let pause: ReturnType<typeof setTimeout> | null = null;
  let writing = 0;
  let isTyping = false;
  let last = Promise.resolve(true);

  const writeAfter = (ms: number) => {
    if (pause !== null) clearTimeout(pause);
    pause = setTimeout(() => {
      pause = null;
      writeNow();
    }, ms);
  };
  const writeNow = () => {
    if (waiting === null) return;
    const { value } = waiting;
    waiting = null;
    isTyping = false;
    writeAfter(spacingMs);
    writing += 1;
    last = write(value).then(
      () => true,
      (error: unknown) => {
        console.error('The browser refused to save', error);
        return false;
      },
    );
    last.then((isSaved) => {
      writing -= 1;
      if (waiting === null && writing === 0) onSaved(isSaved);
    });
  };
  return {
    save(value, isTyped = false) {
      waiting = { value };
      isTyping ||= isTyped;
      if (isTyped) writeAfter(TYPING_MS);
      else if (pause === null) writeNow();
    },
    settle() {
      if (isTyping) writeNow();
    },
    flush() {
      writeNow();
      return last;
    },
    isBusy: () => waiting !== null || writing > 0,
  };
}
