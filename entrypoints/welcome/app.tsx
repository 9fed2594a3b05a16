import { useMemo, useState } from 'preact/hooks';
import { ManagedProvider } from '../../components/options/managed';
import { UiProvider, useUi } from '../../components/ui';
import { ConnectStep } from '../../components/welcome/connect-step';
import { LiveTimer } from '../../components/welcome/live-timer';
import { PinStep } from '../../components/welcome/pin-step';
import { RemindStep } from '../../components/welcome/remind-step';
import type { OtherService } from '../../components/welcome/where-to-find';
import type { Choices } from '../../lib/browser/choices-storage';
import { openOptions } from '../../lib/browser/lifecycle';
import { browserTimeZone } from '../../lib/browser/texts';
import { toolbarKind } from '../../lib/browser/toolbar-button';
import { createUi } from '../../lib/browser/ui';
import type { BackedUp } from '../../lib/core/feeds/backup-rules';
import { dayOf } from '../../lib/core/olie/timer-day';
import type { StoredSettings } from '../../lib/core/settings/settings';
import { type Stored, serverOffset, timerFeed } from '../../lib/core/state/state';
import type { TimeStyle } from '../../lib/core/time/time-style';
import { olieSpec, readAnything } from '../options/olie/olie-spec';
import { useConnections } from '../options/use-connections';
import { usePreferences } from '../options/use-preferences';
import { useRemindSwitch } from '../options/use-remind-switch';
import { useSingleConnection } from '../options/use-single-connection';
import { type Other, OtherForm } from './other-form';
import { usePinned } from './use-pinned';

interface AppProps {
  settings: StoredSettings;
  stored: Stored;
  awaiting: BackedUp[];
  choices: Choices;
}

/** From the installation to the user's own clock: connect, keep it in sight, be reminded. */
export function App({ choices, ...first }: AppProps) {
  const chosen = usePreferences(choices);
  return (
    <ManagedProvider value={chosen.managed}>
      <Steps {...first} chosen={chosen} />
    </ManagedProvider>
  );
}

interface StepsProps extends Omit<AppProps, 'choices'> {
  chosen: ReturnType<typeof usePreferences>;
}

function Steps({ chosen, ...first }: StepsProps) {
  const { preferences, managed, message, change } = chosen;
  const { t } = useUi();
  const { stored, sectionProps } = useConnections(first, managed);
  const olie = useSingleConnection('olie', olieSpec, sectionProps, ['token']);
  const { saved, keepsToken, form, status, needsUser } = olie;
  const hasAnswered = saved !== null && timerFeed(stored.state)?.data != null;
  const isPinned = usePinned();
  const [other, setOther] = useState<Other | null>(null);
  const openOther = ({ kind, serviceName }: OtherService, text: string) =>
    setOther((before) => ({ kind, serviceName, text, count: (before?.count ?? 0) + 1 }));
  const take = (text: string, read: typeof readAnything) => {
    const pasted = read(text, form.form.address);
    const other = pasted?.other;
    if (other === undefined || managed.hidden.includes(other.kind)) return form.fillFrom(pasted);
    openOther(other, text);
    return true;
  };
  const remind = useRemindSwitch(preferences, change);
  return (
    <main>
      <h1>{t('welcomeHeading')}</h1>
      <p class="hint">{t('welcomeIntro')}</p>
      <ol class="steps">
        <ConnectStep
          form={{ ...form, onPasted: (text) => take(text, olieSpec.readPasted) }}
          status={status}
          isConnected={hasAnswered && !needsUser}
          keepsToken={keepsToken}
          onAnything={(text) => take(text, readAnything)}
          onOther={(service) => openOther(service, '')}
          onOptions={openOptions}
          isOtherOpen={other !== null}
        >
          <OtherForm other={other} page={sectionProps} />
        </ConnectStep>
        <PinStep kind={toolbarKind()} isPinned={isPinned} />
        <RemindStep
          // Chosen on another machine, it still needs this browser's permission.
          isOn={remind.reminders.isOn && remind.isAllowed !== false}
          isAllowed={remind.isAllowed}
          message={remind.message ?? message}
          onSwitch={remind.onSwitch}
        />
      </ol>
      <OwnTimer stored={stored} style={preferences} />
    </main>
  );
}

interface OwnTimerProps extends Pick<AppProps, 'stored'> {
  /** How times are written. */
  style: TimeStyle;
}

/** The user's own timer, on the server's clock. Nothing before the first answer. */
function OwnTimer({ stored: { state }, style }: OwnTimerProps) {
  const timer = timerFeed(state)?.data ?? null;
  const offsetMs = serverOffset(state);
  const originMs = timer?.current?.startedAtMs ?? 0;
  // Answers correct the clock by milliseconds: only a larger step counts.
  const ui = useMemo(
    () => createUi({ offsetMs, originMs }, style),
    [Math.round(offsetMs / 1000), originMs, style.hours, style.durations],
  );
  if (timer === null) return null;
  return (
    <UiProvider value={ui}>
      <LiveTimer timer={timer} zone={dayOf(timer, browserTimeZone()).zone} />
    </UiProvider>
  );
}
