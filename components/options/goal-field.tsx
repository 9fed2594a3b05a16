import { useState } from 'preact/hooks';
import type { TextKey } from '../../lib/core/texts';
import { readHours } from '../../lib/core/time/read-hours';
import { useUi } from '../ui';
import { Field } from './field';

interface GoalFieldProps {
  id: string;
  label: TextKey;
  /** Seconds. Left out: there is no goal. */
  goalS: number | undefined;
  /** No goal is longer. */
  mostS: number;
  onChange(goalS: number | undefined): void;
}

/** Hours, written as durations are. Each text that can be read is told, also a part of what is being typed. */
export function GoalField({ id, label, goalS, mostS, onChange }: GoalFieldProps) {
  const { t, format } = useUi();
  const shown = goalS === undefined ? '' : format.hours(goalS);
  // Null until something is typed.
  const [text, setText] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  // Another tab or machine may have changed it.
  const isOther = !isWrong && (readHours(text ?? '') ?? undefined) !== goalS;
  const take = (written: string) => {
    const seconds = readHours(written);
    const isRight = seconds === null || (seconds > 0 && seconds <= mostS);
    setText(written);
    setWrong(!isRight);
    if (isRight) onChange(seconds ?? undefined);
  };
  return (
    <Field
      id={id}
      label={t(label)}
      value={isOther ? shown : (text ?? shown)}
      hint={t('goalHint')}
      error={isWrong ? t('goalWrong', format.hours(mostS)) : undefined}
      onInput={take}
    />
  );
}
