import { useState } from 'preact/hooks';
import { DAY_MIN, type WorkingHours as Hours } from '../../lib/core/settings/reminder-preferences';
import type { TextKey } from '../../lib/core/texts';
import { Check } from '../check';
import { useUi } from '../ui';
import { SetByOrganization, useManaged } from './managed';

/** A day of the week. */
export interface Weekday {
  /** 1 for Monday to 7 for Sunday. */
  day: number;
  /** "Mon" */
  name: string;
}

interface WorkingHoursProps {
  hours: Hours;
  /** In the order in which they are shown. */
  weekdays: Weekday[];
  /** @param isTyped the user may still be typing it */
  onChange(hours: Hours, isTyped?: boolean): void;
}

/** On which days somebody works, and from when to when on this computer's clock. */
export function WorkingHours({ hours, weekdays, onChange }: WorkingHoursProps) {
  const { t } = useUi();
  const { reminders: set } = useManaged();
  const { days, fromMin, toMin } = hours;
  const areDaysSet = set.workDays !== undefined;
  const areHoursSet = set.workFromMin !== undefined || set.workToMin !== undefined;
  const tick = (day: number, isWorked: boolean) => {
    const others = days.filter((one) => one !== day);
    onChange({ ...hours, days: isWorked ? [...others, day].sort((a, b) => a - b) : others });
  };
  return (
    <>
      <fieldset class="preference">
        <legend>{t('workDays')}</legend>
        <div class="days">
          {weekdays.map(({ day, name }) => (
            <Check
              key={day}
              label={name}
              isChecked={days.includes(day)}
              lockedBy={areDaysSet ? 'work-days-managed' : undefined}
              onChange={(isWorked) => tick(day, isWorked)}
            />
          ))}
        </div>
        {areDaysSet && <SetByOrganization id="work-days" />}
      </fieldset>
      <fieldset class="preference">
        <legend>{t('workHours')}</legend>
        <div class="times">
          <TimeField
            id="work-from"
            label="workFrom"
            minutes={fromMin}
            isManaged={set.workFromMin !== undefined}
            onChange={(changed) => onChange({ ...hours, fromMin: changed }, true)}
          />
          –
          <TimeField
            id="work-to"
            label="workTo"
            minutes={toMin}
            isManaged={set.workToMin !== undefined}
            onChange={(changed) => onChange({ ...hours, toMin: changed }, true)}
          />
        </div>
        <p class="hint">
          {toMin <= fromMin && `${t('workNextDay')} `}
          {t('workHoursHint')}
        </p>
        {areHoursSet && <SetByOrganization id="work-hours" />}
      </fieldset>
    </>
  );
}

interface TimeFieldProps {
  id: string;
  label: TextKey;
  /** After midnight. */
  minutes: number;
  /** The organization has set it. */
  isManaged: boolean;
  onChange(minutes: number): void;
}

function TimeField({ id, label, minutes, isManaged, onChange }: TimeFieldProps) {
  const { t } = useUi();
  // While a time is half typed, the browser gives ''. The field is left alone then, and the old time still counts.
  const [isHalf, setHalf] = useState(false);
  return (
    <>
      <label class="visually-hidden" for={id}>
        {t(label)}
      </label>
      <input
        id={id}
        type="time"
        required
        readOnly={isManaged}
        aria-describedby={isManaged ? 'work-hours-managed' : undefined}
        value={isHalf ? '' : timeText(minutes)}
        onInput={({ currentTarget }) => {
          const typed = minutesIn(currentTarget.value);
          setHalf(typed === null);
          if (typed !== null) onChange(typed);
        }}
        onBlur={() => setHalf(false)}
      />
    </>
  );
}

/** `09:05`, as the browser's field has it. The end of the day is its midnight. */
function timeText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor((minutes % DAY_MIN) / 60))}:${two(minutes % 60)}`;
}

/** Minutes after midnight; null if that is no time of day. */
function minutesIn(text: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)/.exec(text) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}
