import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { CopyText } from '../copy-text';
import { useUi } from '../ui';

interface AboutSectionProps {
  version: string;
  /** What keys do, and which. */
  shortcuts: ComponentChildren;
  /** The text of a report, as things are now. */
  report: string;
  /** Loads one of the documents. */
  load(name: DocumentName): Promise<ComponentChildren>;
  onWelcome(): void;
}

export type DocumentName = 'changes' | 'privacy';

export function AboutSection(props: AboutSectionProps) {
  const { version, shortcuts, report, load, onWelcome } = props;
  const { t } = useUi();
  return (
    <>
      <p>
        <strong>{t('extensionName')}</strong> {version}
      </p>
      {shortcuts}
      <div class="row">
        <span>{t('welcomeAgain')}</span>
        <button type="button" onClick={onWelcome}>
          {t('welcome')}
        </button>
      </div>
      <div class="row">
        <span>
          {t('reportProblem')}
          <span class="hint block">{t('reportHint')}</span>
        </span>
        <CopyText text={report} label={t('report')} />
      </div>
      <Opened title={t('report')}>
        <pre>{report}</pre>
      </Opened>
      <Later title={t('whatsNew')} load={() => load('changes')} />
      <Later title={t('privacy')} load={() => load('privacy')} />
      {/* The build makes this file, of what is in the package. */}
      <p class="licences">
        <a href="/licenses.txt" target="_blank" rel="noreferrer">
          {t('licences')}
        </a>
      </p>
    </>
  );
}

function Opened({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** Loaded once it is opened. */
function Later({ title, load }: { title: string; load(): Promise<ComponentChildren> }) {
  const [content, setContent] = useState<ComponentChildren>(null);
  return (
    <details
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && content === null) load().then((loaded) => setContent(loaded));
      }}
    >
      <summary>{title}</summary>
      {content}
    </details>
  );
}
