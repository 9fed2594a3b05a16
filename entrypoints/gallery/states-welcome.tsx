import type { ServiceStatus } from '../../components/options/service-card';
import { ConnectStep } from '../../components/welcome/connect-step';
import { LiveTimer } from '../../components/welcome/live-timer';
import { PinStep, type ToolbarKind } from '../../components/welcome/pin-step';
import { RemindStep } from '../../components/welcome/remind-step';
import { DEFAULT_OLIE_ADDRESS } from '../../lib/core/olie/olie';
import { NOTHING_SAID } from '../options/form-message';
import { timer } from './example-timer';
import type { Framed } from './frame';

const nothing = () => undefined;
const UTC = { kind: 'named', timeZone: 'UTC' } as const;
const NOT_CONNECTED: ServiceStatus = { text: '', tone: 'none' };
const CONNECTED: ServiceStatus = { text: 'api.olie.ai · Test User, AD-1', tone: 'good' };

interface Shown {
  status?: ServiceStatus;
  errors?: Record<string, string>;
  kind?: ToolbarKind;
  isPinned?: boolean;
}

function Steps({ status = NOT_CONNECTED, errors = {}, kind = 'chrome', isPinned = false }: Shown) {
  const texts = { address: DEFAULT_OLIE_ADDRESS, token: '', executionId: '' };
  const actions = { onInput: nothing, onPasted: () => false, onSave: nothing };
  return (
    <ol class="steps">
      <ConnectStep
        keepsToken={false}
        form={{ ...NOTHING_SAID, form: texts, ...actions, errors }}
        status={status}
        isConnected={status.tone === 'good'}
        onAnything={() => false}
        onOther={nothing}
        onOptions={nothing}
      />
      <PinStep kind={kind} isPinned={isPinned} />
      <RemindStep isOn={isPinned} isAllowed={isPinned} message={null} onSwitch={nothing} />
    </ol>
  );
}

const errors = { token: '“<token>”', address: 'https://' };

/** The parts of the welcome page. */
export const welcomeStates: Framed[] = [
  { name: 'first', view: <Steps /> },
  { name: 'mistakes', view: <Steps errors={errors} /> },
  { name: 'Edge', view: <Steps kind="edge" /> },
  { name: 'Firefox', view: <Steps kind="firefox" /> },
  { name: 'done', view: <Steps status={CONNECTED} isPinned /> },
  { name: 'own clock', view: <LiveTimer timer={timer} zone={UTC} /> },
  { name: 'nothing runs', view: <LiveTimer timer={{ ...timer, current: null }} zone={UTC} /> },
].map(({ name, view }) => ({
  name: `welcome: ${name}`,
  page: 'welcome',
  view: <main>{view}</main>,
}));
