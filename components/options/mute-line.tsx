import { useRef } from 'preact/hooks';
import type { CommandOf } from '../../lib/core/messages/command';
import { MutedUntil } from '../muted-until';
import { useUi } from '../ui';

export interface MuteLineProps {
  /** Until when nothing is told; null if all is. */
  mutedUntilMs: number | null;
  /** On the same clock. */
  nowMs: number;
  timeZone: string;
  onMute(until: CommandOf<'mute'>['until']): void;
}

/** Mutes reminders for a while, and ends that. */
export function MuteLine({ mutedUntilMs, nowMs, timeZone, onMute }: MuteLineProps) {
  const { t } = useUi();
  const first = useRef<HTMLButtonElement>(null);
  const isMuted = mutedUntilMs !== null;
  return (
    <div class="row">
      <span role="status">
        {isMuted ? (
          <MutedUntil untilMs={mutedUntilMs} nowMs={nowMs} timeZone={timeZone} />
        ) : (
          t('muteReminders')
        )}
      </span>
      <button type="button" ref={first} onClick={() => onMute(isMuted ? 'not' : 'two-hours')}>
        {t(isMuted ? 'unmute' : 'muteFor2Hours')}
      </button>
      {!isMuted && (
        <button
          type="button"
          onClick={() => {
            // This button goes; the one that takes it back stays.
            first.current?.focus();
            onMute('today');
          }}
        >
          {t('muteToday')}
        </button>
      )}
    </div>
  );
}
