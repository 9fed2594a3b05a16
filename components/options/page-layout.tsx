import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useUi } from '../ui';

interface PageLayoutProps {
  /** The groups of the page, in its order. */
  groups: { id: string; title: string }[];
  children: ComponentChildren;
}

/** The navigation beside the page, or above it if there is no room. */
export function PageLayout({ groups, children }: PageLayoutProps) {
  const { t } = useUi();
  const current = useCurrent(groups.map(({ id }) => id));
  return (
    <div class="page">
      <nav aria-label={t('onThisPage')}>
        <p class="title">
          <img src="/icons/48.png" alt="" width={24} height={24} />
          {t('extensionName')}
        </p>
        <ul>
          {groups.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <h1 class="visually-hidden">{t('optionsTitle')}</h1>
        {children}
      </main>
    </div>
  );
}

/** The group that is read: the last one whose beginning is in the upper third of the window. */
function useCurrent(ids: string[]): string | undefined {
  const [current, setCurrent] = useState(ids[0]);
  useEffect(() => {
    const update = () => {
      const above = ids.filter((id) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top ?? 0;
        return top < innerHeight / 3;
      });
      const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      setCurrent(scrollY === 0 ? ids[0] : isAtEnd ? ids.at(-1) : (above.at(-1) ?? ids[0]));
    };
    addEventListener('scroll', update, { passive: true });
    addEventListener('resize', update);
    return () => {
      removeEventListener('scroll', update);
      removeEventListener('resize', update);
    };
  }, [ids.join()]);
  return current;
}
