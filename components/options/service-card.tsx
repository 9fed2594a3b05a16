import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useUi } from '../ui';
import { useKeptFocus } from './use-kept-focus';

/** How a service is doing, in a line. */
export interface ServiceStatus {
  text: string;
  /** `none`: not connected. */
  tone: 'good' | 'bad' | 'waiting' | 'none';
}

interface ServiceCardProps {
  id: string;
  title: string;
  /** The service's own name, if the title is another one. */
  service?: string;
  status: ServiceStatus;
  /** Something is to be done in it. Later, the user opens and closes it. */
  isOpenAtFirst: boolean;
  children: ComponentChildren;
}

/** A service of the options page: one line, which opens. */
export function ServiceCard(props: ServiceCardProps) {
  const { id, title, service, status, isOpenAtFirst, children } = props;
  const { t } = useUi();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const { title: summary, onFocusIn } = useKeptFocus<HTMLElement>();
  const { text, tone } = status;
  return (
    <section aria-labelledby={`${id}-title`} onFocusIn={onFocusIn}>
      <details
        class="service"
        open={isOpen}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary ref={summary}>
          <span class="about">
            <h3 id={`${id}-title`}>{title}</h3>
            {service !== undefined && <span class="hint"> {service}</span>}
            <span class={tone === 'bad' ? 'line error' : 'line hint'}>
              <bdi>{text}</bdi>
            </span>
          </span>
          {tone === 'good' && <span class="state">{t('connectedNobody')}</span>}
          <span class="button">{t(isOpen ? 'close' : tone === 'none' ? 'connect' : 'edit')}</span>
        </summary>
        <div class="inside">{children}</div>
      </details>
    </section>
  );
}
