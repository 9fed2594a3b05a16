import { useUi } from '../ui';
import { Step } from './step';

interface PinStepProps {
  /** Firefox puts the button on the toolbar by itself. */
  isFirefox: boolean;
  /** Null if the browser does not tell. */
  isPinned: boolean | null;
}

/** How the button comes on the toolbar, drawn as the browser draws it. */
export function PinStep({ isFirefox, isPinned }: PinStepProps) {
  const { t } = useUi();
  return (
    <Step number={2} title={t('pinTitle')} isDone={isPinned === true}>
      <p class="hint">{t(isPinned ? 'pinDone' : isFirefox ? 'pinFirefox' : 'pinChromium')}</p>
      {!isPinned && <Toolbar isFirefox={isFirefox} />}
    </Step>
  );
}

/** The right end of the browser's toolbar. */
function Toolbar({ isFirefox }: { isFirefox: boolean }) {
  return (
    <div class="toolbar" aria-hidden="true">
      <span class="address" />
      {isFirefox && <img src="/icons/48.png" alt="" width={20} height={20} />}
      <svg
        aria-hidden="true"
        class={isFirefox ? '' : 'here'}
        viewBox="0 0 24 24"
        width="20"
        height="20"
      >
        <path d="M4 9h4.200a3 3 0 1 1 5.600 0H18v4.200a3 3 0 1 1 0 5.600V22H4z" />
      </svg>
      {!isFirefox && (
        <span class="menu">
          <img src="/icons/48.png" alt="" width={16} height={16} />
          Olie Timer
          <svg aria-hidden="true" class="here" viewBox="0 0 24 24" width="16" height="16">
            <path d="M8 3h8v2l-1.500 1v4l3.500 4v1h-5.300l-.700 7-.700-7H6v-1l3.500-4V6L8 5z" />
          </svg>
        </span>
      )}
    </div>
  );
}
