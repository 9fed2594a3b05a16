import type { TextKey } from '../../lib/core/texts';
import { useUi } from '../ui';
import { Step } from './step';

/** Firefox puts the button on the toolbar by itself. In Edge's menu there is an eye where Chrome has a pin. */
export type ToolbarKind = 'chrome' | 'edge' | 'firefox';

const HOW: Record<ToolbarKind, TextKey> = {
  chrome: 'pinChromium',
  edge: 'pinEdge',
  firefox: 'pinFirefox',
};
const PIN = 'M8 3h8v2l-1.500 1v4l3.500 4v1h-5.300l-.700 7-.700-7H6v-1l3.500-4V6L8 5z';
const EYE =
  'M12 5c5 0 9 3.500 10.500 7-1.500 3.500-5.500 7-10.500 7S3 15.500 1.500 12C3 8.500 7 5 12 5zm0 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8z';

interface PinStepProps {
  kind: ToolbarKind;
  /** Null if the browser does not tell. */
  isPinned: boolean | null;
}

/** How the button comes on the toolbar, drawn as the browser draws it. */
export function PinStep({ kind, isPinned }: PinStepProps) {
  const { t } = useUi();
  return (
    <Step number={2} title={t('pinTitle')} isDone={isPinned === true}>
      <p class="hint">{t(isPinned ? 'pinDone' : HOW[kind])}</p>
      {!isPinned && <Toolbar kind={kind} />}
    </Step>
  );
}

/** The right end of the browser's toolbar. */
function Toolbar({ kind }: { kind: ToolbarKind }) {
  const isFirefox = kind === 'firefox';
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
            <path fill-rule="evenodd" d={kind === 'edge' ? EYE : PIN} />
          </svg>
        </span>
      )}
    </div>
  );
}
