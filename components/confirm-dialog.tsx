import './confirm-dialog.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Check } from './check';
import { useUi } from './ui';

/** What a dialog asks before something is lost. */
export interface Question {
  title: string;
  /** What will be lost. */
  text: string;
  /** The button that does it. */
  action: string;
  /** What else may be lost: a box to tick. Left out if there is nothing. */
  option?: string;
  onConfirm(isTicked: boolean): void;
}

/** Asks before something is lost. `dialog` belongs into the page, anywhere. */
export function useConfirm() {
  const [question, ask] = useState<Question | null>(null);
  const dialog = question && <ConfirmDialog {...question} onClose={() => ask(null)} />;
  return { ask, dialog };
}

function ConfirmDialog(props: Question & { onClose(): void }) {
  const { title, text, action, option, onConfirm, onClose } = props;
  const { t } = useUi();
  const [isTicked, setTicked] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="confirm-title"
      aria-describedby="confirm-text"
      // Escape closes it, too. Focus goes back to the button that asked.
      onClose={onClose}
    >
      <h2 id="confirm-title" dir="auto">
        {title}
      </h2>
      <p id="confirm-text">{text}</p>
      {option !== undefined && <Check label={option} isChecked={isTicked} onChange={setTicked} />}
      <div class="buttons">
        {/* First, so that it has the focus: Enter loses nothing. */}
        <button type="button" onClick={() => dialog.current?.close()}>
          {t('cancel')}
        </button>
        <button
          type="button"
          class="danger"
          onClick={() => {
            dialog.current?.close();
            onConfirm(isTicked);
          }}
        >
          {action}
        </button>
      </div>
    </dialog>
  );
}
