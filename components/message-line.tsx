import type { ComponentChildren } from 'preact';

/** What became of the last action. */
export interface Message {
  tone: 'good' | 'bad' | 'busy';
  text: ComponentChildren;
}

/** Says what became of the last action. It is on the page before there is anything to say, so that it is announced. */
export function MessageLine({ message }: { message: Message | null | undefined }) {
  return (
    <p class={`message ${message?.tone ?? ''}`} role="status">
      {message?.text}
    </p>
  );
}
