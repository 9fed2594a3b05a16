import type { ComponentChildren } from 'preact';
import { useKeptFocus } from '../options/use-kept-focus';
import { useUi } from '../ui';

interface StepProps {
  number: number;
  title: string;
  isDone: boolean;
  children: ComponentChildren;
}

/** One numbered step of the welcome page; its number becomes a tick. */
export function Step({ number, title, isDone, children }: StepProps) {
  const { t } = useUi();
  const { title: heading, onFocusIn } = useKeptFocus<HTMLHeadingElement>();
  return (
    <li class={isDone ? 'step done' : 'step'} onFocusIn={onFocusIn}>
      <span class="number" aria-hidden="true">
        {isDone ? '✓' : number}
      </span>
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {title}
          {isDone && <span class="visually-hidden"> ({t('done')})</span>}
        </h2>
        {children}
      </div>
    </li>
  );
}
