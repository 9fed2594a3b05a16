import { useState } from 'preact/hooks';
import { useUi } from '../ui';

/** What is kept though this version cannot read it, and two presses that delete it for good. */
export function SetAside({ onForget }: { onForget(): Promise<unknown> }) {
  const { t } = useUi();
  const [step, setStep] = useState<'kept' | 'sure' | 'gone'>('kept');
  return (
    <>
      {step !== 'gone' && (
        <div class="notice kept">
          <p>{t('setAside')}</p>
          <div class="buttons">
            {step === 'kept' ? (
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
                  onClick={() => onForget().then(() => setStep('gone'))}
                >
                  {t('forgetSetAsideSure')}
                </button>
              </>
            )}
          </div>
        </div>
      )}
      <p class="message good" role="status">
        {step === 'gone' && t('forgotSetAside')}
      </p>
    </>
  );
}
