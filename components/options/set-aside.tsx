import { useState } from 'preact/hooks';
import { useUi } from '../ui';

/**
 * What is kept though this version cannot read it, and two presses that delete it for good.
 * `onForget` resolves with true once it is deleted.
 */
export function SetAside({ onForget }: { onForget(): Promise<boolean> }) {
  const { t } = useUi();
  const [step, setStep] = useState<'kept' | 'sure' | 'gone' | 'failed'>('kept');
  return (
    <>
      {step !== 'gone' && (
        <div class="notice kept">
          <p>{t('setAside')}</p>
          <div class="buttons">
            {step !== 'sure' ? (
              <button type="button" onClick={() => setStep('sure')}>
                {t('forgetSetAside')}
              </button>
            ) : (
              <>
                {/* In the first button's place: a double click deletes nothing. */}
                <button type="button" onClick={() => setStep('kept')}>
                  {t('cancel')}
                </button>
                <button
                  type="button"
                  class="quiet"
                  onClick={() => onForget().then((isGone) => setStep(isGone ? 'gone' : 'failed'))}
                >
                  {t('forgetSetAsideSure')}
                </button>
              </>
            )}
          </div>
        </div>
      )}
      <p class={`message ${step === 'failed' ? 'bad' : 'good'}`} role="status">
        {step === 'gone' && t('forgotSetAside')}
        {step === 'failed' && t('backgroundSilent')}
      </p>
    </>
  );
}
