import type { ComponentChildren } from 'preact';

interface GroupProps {
  /** The link in the navigation leads here. */
  id: string;
  title: string;
  children: ComponentChildren;
}

/** One part of the options page, with its heading. */
export function Group({ id, title, children }: GroupProps) {
  return (
    <section class="group" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
