import { type ComponentChildren, Fragment } from 'preact';
import { useMemo } from 'preact/hooks';
import { type Kind, services } from '../../lib/core/services';
import { pauseEndMs, waitsForUser } from '../../lib/core/state/feed';
import type { Situation } from '../../lib/core/state/situation';
import { type State, timerFeed } from '../../lib/core/state/state';
import type { Day } from '../../lib/core/time/day';
import type { Zone } from '../../lib/core/time/time-zone';
import { DayNumbers } from '../olie/day-numbers';
import { DayPicture } from '../olie/day-picture';
import { Hero } from '../olie/hero';
import { EarlierSessions, type PopupHistory, Sessions, type SessionsProps } from '../olie/sessions';
import { useUi } from '../ui';
import { announcement, pauseText } from './announcement';
import { Footer } from './footer';
import { Notice } from './notice';
import type { Section, SectionProps } from './section';
import { Welcome } from './welcome';

interface PopupViewProps
  extends Pick<SectionProps, 'schedules' | 'askDetail' | 'onAllow' | 'onOptions' | 'onSeen'> {
  situation: Situation;
  /** All that is connected, the timer included. */
  feeds: State['feeds'];
  /** Today, as the timer's service has it; null before its first answer. */
  day: Day | null;
  /** Null until it is read. */
  history: PopupHistory | null;
  /** The sections that are loaded, by service. */
  sections: Map<string, Section>;
  /** Lines above the footer: that reminders are muted, that something was copied. */
  more?: ComponentChildren;
  /** Where the user's company has Olie on the web, an origin. Left out: nothing links there. */
  olieWebAddress?: string | undefined;
  /** What the user wants to track today, in seconds. Left out: there is no goal. */
  dailyGoalS?: number | undefined;
  /** The browser's, as an IANA name. */
  timeZone: string;
  /** By the server's clock. Null if none is planned. */
  nextTryMs: number | null;
  /** By the server's clock. Null before the first answer. */
  answeredAtMs: number | null;
  isRefreshing: boolean;
  /** The user has pressed *Refresh* since the popup was opened. Default: false. */
  wasRefreshed?: boolean;
  /** Draws only what is in sight. Default: false. */
  isFirstFrame?: boolean;
  onRefresh(): void;
  /** Opens the side panel. Null or left out: there is none. */
  onSidePanel?: (() => void) | null;
}

export function PopupView(props: PopupViewProps) {
  const { situation, feeds, day, history, timeZone, nextTryMs, isRefreshing } = props;
  const { onRefresh, onOptions, olieWebAddress, dailyGoalS } = props;
  const { isFirstFrame = false } = props;
  const ui = useUi();
  const { timer, failure, isOld, isDayOver } = situation;
  // Drawn again only when some of it is new, which is rare: the schedules change every 15 s.
  const hero = useMemo(
    () => timer && day && <Hero {...{ timer, isOld, olieWebAddress }} zone={day.zone} />,
    [timer, day, isOld, olieWebAddress],
  );
  const numbers = useMemo(
    () =>
      timer &&
      day &&
      !timer.hidden && (
        <Numbers {...{ timer, day, isDayOver, isFirstFrame, history, dailyGoalS }} />
      ),
    [timer, day, isDayOver, isFirstFrame, history, dailyGoalS],
  );
  const sessions = useMemo(
    () =>
      timer &&
      day && <Sessions {...{ timer, history, day, isDayOver, isFirstFrame, dailyGoalS }} />,
    [timer, history, day, isDayOver, isFirstFrame, dailyGoalS],
  );
  if (feeds.length === 0) {
    const problem = situation.settingsUnreadable ? ui.t('settingsUnreadable') : null;
    return <Welcome problem={problem} onOptions={onOptions} />;
  }
  const zone = day?.zone ?? { kind: 'named', timeZone };
  const olie = timerFeed({ feeds });
  const pausedUntilMs = olie && pauseEndMs(olie, props.schedules, ui.browserNow());
  const pause = props.wasRefreshed ? pauseText(props, ui, zone) : null;
  return (
    <div class="popup">
      <main>
        {/* Otherwise the timer has the page's first heading. */}
        {olie === null && <h1 class="visually-hidden">{ui.t('extensionName')}</h1>}
        {/* The timer's own pause is in its notice. */}
        <p
          class={pause === null || pausedUntilMs !== null ? 'visually-hidden' : 'notice'}
          role="status"
        >
          {isRefreshing ? ui.t('refreshing') : (pause ?? announcement(situation, ui))}
        </p>
        {situation.settingsUnreadable && (
          <div class="notice alert">
            <p>{ui.t('settingsUnreadable')}</p>
            <button type="button" class="primary" onClick={onOptions}>
              {ui.t('openOptions')}
            </button>
          </div>
        )}
        {situation.isUnsaved && <p class="notice">{ui.t('storageFull')}</p>}
        {olie !== null && failure !== null && !situation.settingsUnreadable && (
          <Notice
            service="Olie"
            failure={failure}
            pausedUntilMs={pausedUntilMs}
            nextTryMs={nextTryMs}
            zone={zone}
            onAllow={() => props.onAllow(olie)}
            onOptions={onOptions}
            onRetry={onRefresh}
          />
        )}
        {hero}
        <Sections {...props} zone={zone} part="Top" />
        {numbers}
        {situation.kind === 'waiting' && failure === null && (
          <p class="waiting">{ui.t('waiting', 'Olie')}</p>
        )}
        {/* Before the lists, for keyboards: these may have hundreds of rows. It is drawn below them. */}
        {props.more}
        <Footer
          answeredAtMs={props.answeredAtMs}
          isOld={isOld}
          isRefreshing={isRefreshing}
          onRefresh={onRefresh}
          onOptions={onOptions}
          onSidePanel={props.onSidePanel ?? null}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without focus, no key could scroll it */}
        <section class="lists" tabIndex={0} aria-label={ui.t('lists')}>
          <Sections {...props} zone={zone} part="View" olie={sessions} />
          {timer && <EarlierSessions {...{ timer, history }} />}
        </section>
      </main>
    </div>
  );
}

function Numbers({ timer, day, isDayOver, isFirstFrame, history, dailyGoalS }: SessionsProps) {
  return (
    <>
      <DayNumbers {...{ timer, isDayOver, goalS: dailyGoalS }} />
      <DayPicture {...{ timer, day, isDayOver, history, isFirstFrame }} />
    </>
  );
}

/**
 * That part of each service's section, if it is connected. First come those that need the user: otherwise the sessions of
 * the day may stand above the button that helps.
 * @param props.olie what the timer has there
 */
function Sections({
  feeds,
  sections,
  part,
  olie,
  ...props
}: PopupViewProps & { zone: Zone; part: keyof Section; olie?: ComponentChildren }) {
  const ofKind = (kind: Kind) => feeds.filter((feed) => feed.kind === kind);
  // What the timer needs is in the notice at the top.
  const isUrgent = (kind: Kind) => kind !== 'olie' && ofKind(kind).some(waitsForUser);
  const kinds = services
    .map(({ kind }) => kind)
    .sort((a, b) => Number(isUrgent(b)) - Number(isUrgent(a)));
  return (
    <>
      {kinds.map((kind) => {
        const Part = sections.get(kind)?.[part];
        const own = ofKind(kind);
        if (kind === 'olie') return <Fragment key={kind}>{olie}</Fragment>;
        return own.length > 0 && Part && <Part key={kind} {...props} feeds={own} />;
      })}
    </>
  );
}
