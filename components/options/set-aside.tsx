import { useState } from 'preact/hooks';
import type { TextKey } from '../../lib/core/texts';
import { useUi } from '../ui';

/**
 * What is kept though this version cannot read it, and two presses that delete it for good.
 * `onForget` resolves with null once it is deleted, or with the text that says why it is not.
 */
export function SetAside({ onForget }: { onForget(): Promise<TextKey | null> }) {
  const { t } = useUi();
  const [step, setStep] = useState<'kept' | 'sure' | 'gone'>('kept');
  const [problem, setProblem] = useState<TextKey | null>(null);
  const ask = () => {
    setStep('sure');
    setProblem(null);
  };
  const forget = async () => {
    const why = await onForget();
    setStep(why === null ? 'gone' : 'kept');
    setProblem(why);
  };
  return (
    <>
      {step !== 'gone' && (
        <div class="notice kept">
          <p>{t('setAside')}</p>
          <div class="buttons">
            {step !== 'sure' ? (
              <button type="button" onClick={ask}>
                {t('forgetSetAside')}
              </button>
            ) : (
              <>
                {/* In the first button's place: a double click deletes nothing. */}
                <button type="button" onClick={() => setStep('kept')}>
                  {t('cancel')}
                </button>
                <button type="button" class="quiet" onClick={forget}>
                  {t('forgetSetAsideSure')}
                </button>
              </>
            )}
          </div>
        </div>
      )}
      <p class={`message ${problem === null ? 'good' : 'bad'}`} role="status">
        {step === 'gone' && t('forgotSetAside')}
        {problem !== null && t(problem)}
      </p>
    </>
  );
}
