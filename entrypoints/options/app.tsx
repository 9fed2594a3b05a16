import { useMemo, useState } from 'preact/hooks';
import { BackupSection } from '../../components/options/backup-section';
import { Group } from '../../components/options/group';
import { HistorySection } from '../../components/options/history-section';
import { ManagedProvider } from '../../components/options/managed';
import { PageLayout } from '../../components/options/page-layout';
import { PreferencesSection } from '../../components/options/preferences-section';
import { SetAside } from '../../components/options/set-aside';
import { UiProvider, useUi } from '../../components/ui';
import type { Choices } from '../../lib/browser/choices-storage';
import { forgetSetAside } from '../../lib/browser/send-command';
import { createUi } from '../../lib/browser/ui';
import type { BackedUp } from '../../lib/core/feeds/backup-rules';
import { failure } from '../../lib/core/feeds/failure';
import type { Preferences } from '../../lib/core/settings/preferences';
import type { StoredSettings } from '../../lib/core/settings/settings';
import type { Stored } from '../../lib/core/state/state';
import { About } from './about';
import { whyNot } from './form-message';
import { Reminders } from './reminders';
import { sections } from './sections';
import { useBackup } from './use-backup';
import { useConnections } from './use-connections';
import { useHistory } from './use-history';
import { usePreferences } from './use-preferences';

interface AppProps {
  settings: StoredSettings;
  /** Something is kept that this version cannot read. */
  hasSetAside: boolean;
  /** Something that is saved could not be read: the browser refused. */
  hasReadFailed: boolean;
  awaiting: BackedUp[];
  choices: Choices;
  stored: Stored;
}

export function App({ choices, hasSetAside, hasReadFailed, ...first }: AppProps) {
  const { t } = useUi();
  const { preferences, managed, message, change, saveImported } = usePreferences(choices);
  const { stored, unreadable, sectionProps, importConnections } = useConnections(first, managed);
  const kept = useHistory();
  /** The kinds of all connections that were imported on this page. */
  const [imported, setImported] = useState<string[]>([]);
  const [chosenIn, setChosenIn] = useState<'popup' | 'reminders' | 'history'>('popup');
  // Times are written as they are chosen here.
  const { hours, durations } = preferences;
  const ui = useMemo(() => createUi(undefined, { hours, durations }), [hours, durations]);

  const waiting = sectionProps.awaiting.length;
  const backup = useBackup({ managed, waiting, losses: kept.losses }, async (file) => {
    // They may have changed since the file was read.
    if (!(await saveImported(file.preferences))) return failure('storage');
    const isDone = await importConnections(file.connections);
    setImported((before) => [...before, ...file.connections.map(({ kind }) => kind)]);
    return isDone;
  });
  const offered = sections.filter(({ kind }) => !managed.hidden.includes(kind));
  const forgetKept = async () => {
    const reply = await forgetSetAside();
    if (reply !== null && 'done' in reply) return null;
    return whyNot(reply?.failure ?? false);
  };
  // Where something was chosen, it is said that it is saved.
  const changeIn = (part: typeof chosenIn) => (changed: Preferences, isTyped?: boolean) => {
    setChosenIn(part);
    kept.forgetMessage();
    change(changed, isTyped);
  };
  const saidIn = (part: typeof chosenIn) => (chosenIn === part ? message : null);
  const connections = { id: 'connections', title: t('connections') };
  const popup = { id: 'badge-and-popup', title: t('badgeAndPopup') };
  const reminders = { id: 'reminders', title: t('reminders') };
  const history = { id: 'history-and-backup', title: t('historyAndBackup') };
  const about = { id: 'about', title: t('about') };
  return (
    <UiProvider value={ui}>
      <ManagedProvider value={managed}>
        <PageLayout groups={[connections, popup, reminders, history, about]}>
          {hasReadFailed && <p class="notice">{t('storageNotRead')}</p>}
          {unreadable && !hasReadFailed && <p class="notice">{t('settingsUnreadable')}</p>}
          <Group {...connections}>
            {offered.map(({ kind, View }) => (
              // Made anew after an import of its kind, so that its form shows what was imported. Other forms keep what is typed.
              <View
                key={`${kind} ${imported.filter((one) => one === kind).length}`}
                {...sectionProps}
              />
            ))}
          </Group>
          <Group {...popup}>
            <PreferencesSection
              preferences={preferences}
              message={saidIn('popup')}
              onChange={changeIn('popup')}
            >
              {sections.map(
                ({ kind, Preferences }) =>
                  Preferences && (
                    <Preferences
                      key={kind}
                      preferences={preferences}
                      onChange={changeIn('popup')}
                    />
                  ),
              )}
            </PreferencesSection>
          </Group>
          <Group {...reminders}>
            <Reminders
              preferences={preferences}
              stored={stored}
              message={saidIn('reminders')}
              onChange={changeIn('reminders')}
            />
          </Group>
          <Group {...history}>
            <HistorySection
              {...kept}
              preferences={preferences}
              message={kept.message ?? saidIn('history')}
              onChange={changeIn('history')}
            />
            <BackupSection {...backup}>
              {hasSetAside && <SetAside onForget={forgetKept} />}
            </BackupSection>
          </Group>
          <Group {...about}>
            <About stored={stored} />
          </Group>
        </PageLayout>
      </ManagedProvider>
    </UiProvider>
  );
}
