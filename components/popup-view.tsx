import { type Day, dayOf } from '../lib/core/day';
import { FAILURE_TEXTS } from '../lib/core/failure';
import type { Situation } from '../lib/core/situation';
import { projectTitle, type Timer } from '../lib/core/timer';
import type { Ui } from '../lib/core/ui';
import { DayNumbers } from './day-numbers';
import { DayPicture } from './day-picture';
import { Footer } from './footer';
import { Hero } from './hero';
import { Notice } from './notice';
import { SessionList } from './session-list';
import { useUi } from './ui';
import { Welcome } from './welcome';

interface PopupActions {
  onRefresh(): void;
  onOptions(): void;
  onAllow(): void;
}

interface PopupViewProps extends PopupActions {
  situation: Situation;
  /** IANA name, as the browser says it. */
  timeZone: string;
  /** When the next try comes, on the server's clock; null where none is planned. */
  nextTryMs: number | null;
  isRefreshing: boolean;
}

/** The whole popup for a situation. */
export function PopupView(props: PopupViewProps) {
  const { situation, timeZone, nextTryMs, isRefreshing, onRefresh, onOptions, onAllow } = props;
  const ui = useUi();
  const { timer, failure, isOld, isDayOver } = situation;
  if (situation.kind === 'disconnected') {
    const problem = situation.settingsUnreadable ? ui.t('settingsUnreadable') : null;
    return <Welcome problem={problem} onOptions={onOptions} />;
  }
  const day = timer && dayOf(timer, timeZone);
  return (
    <div class="popup">
      <main>
        <p class="visually-hidden" role="status">
          {announcement(situation, ui)}
        </p>
        {failure !== null && (
          <Notice
            failure={failure}
            nextTryMs={nextTryMs}
            zone={day?.zone ?? { kind: 'named', timeZone }}
            onAllow={onAllow}
            onOptions={onOptions}
          />
        )}
        {timer && day ? (
          <TimerView timer={timer} day={day} isOld={isOld} isDayOver={isDayOver} />
        ) : (
          failure === null && <p class="waiting">{ui.t('waiting')}</p>
        )}
      </main>
      <Footer
        timer={timer}
        isOld={isOld}
        isRefreshing={isRefreshing}
        onRefresh={onRefresh}
        onOptions={onOptions}
      />
    </div>
  );
}

interface TimerViewProps {
  timer: Timer;
  day: Day;
  isOld: boolean;
  isDayOver: boolean;
}

/** What always is in sight, and below it the lists that scroll. */
function TimerView({ timer, day, isOld, isDayOver }: TimerViewProps) {
  const { t } = useUi();
  return (
    <>
      <Hero timer={timer} day={day} isOld={isOld} />
      {!timer.hidden && (
        <>
          <DayNumbers timer={timer} isDayOver={isDayOver} />
          <DayPicture timer={timer} day={day} isDayOver={isDayOver} />
        </>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus, or no key could scroll it */}
      <section class="lists" tabIndex={0} aria-label={t('recentSessions')}>
        <SessionList timer={timer} day={day} />
      </section>
    </>
  );
}

/** What a screen reader hears when the state changes; nothing that ticks is part of it. */
function announcement({ timer, failure }: Situation, { t }: Ui): string {
  if (failure !== null) return t(FAILURE_TEXTS[failure.kind].text);
  if (timer === null) return t('waiting');
  return timer.current === null
    ? t('noTimerRunning')
    : t('announceRunning', projectTitle(timer.current));
}
