import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { AboutSection, type DocumentName } from '../../components/options/about-section';
import { ShortcutList } from '../../components/options/shortcut-list';
import { environment } from '../../lib/browser/about';
import { openWelcome } from '../../lib/browser/lifecycle';
import { loadShortcuts, openShortcuts } from '../../lib/browser/shortcuts';
import { textLanguage } from '../../lib/browser/texts';
import { problemReport } from '../../lib/core/state/problem-report';
import type { Stored } from '../../lib/core/state/state';
import type { Shortcut } from '../../lib/core/toolbar/shortcut';

/** The documents of this project, each loaded when it is opened. */
const documents: Record<DocumentName, () => Promise<{ default: string }>> = {
  changes: () => import('../../CHANGELOG.md?raw'),
  privacy: () => {
    const language = textLanguage();
    if (language === 'pt-BR') return import('../../PRIVACY.pt-BR.md?raw');
    if (language === 'es') return import('../../PRIVACY.es.md?raw');
    return import('../../PRIVACY.md?raw');
  },
};

async function load(name: DocumentName) {
  const [{ Document }, { default: text }] = await Promise.all([
    import('../../components/options/document'),
    documents[name](),
  ]);
  return h(Document, { text });
}

/** What this is, what is new, and what helps if something goes wrong. */
export function About({ stored }: { stored: Stored }) {
  const here = environment();
  const [shortcuts, setShortcuts] = useState<Shortcut[]>([]);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    const read = () => loadShortcuts().then(setShortcuts);
    read();
    // It is changed on another page.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return (
    <AboutSection
      version={here.version}
      shortcuts={
        <ShortcutList
          {...{ shortcuts, isRefused }}
          onChange={() => openShortcuts().then((isOpen) => setRefused(!isOpen))}
        />
      }
      report={problemReport(here, stored, Date.now())}
      load={load}
      onWelcome={openWelcome}
    />
  );
}
