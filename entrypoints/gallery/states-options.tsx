import type { ComponentChildren } from 'preact';
import { AboutSection } from '../../components/options/about-section';
import { BackupSection } from '../../components/options/backup-section';
import { PreferencesSection } from '../../components/options/preferences-section';
import { RemindersSection } from '../../components/options/reminders-section';
import { SetAside } from '../../components/options/set-aside';
import { ShortcutList } from '../../components/options/shortcut-list';
import { useUi } from '../../components/ui';
import { failure } from '../../lib/core/feeds/failure';
import { backedUp } from '../../lib/core/settings/backup';
import type { ImportPlan } from '../../lib/core/settings/import-plan';
import { parsePreferences } from '../../lib/core/settings/preferences';
import { remindersOf, WEEKDAYS } from '../../lib/core/settings/reminder-preferences';
import { type Connection, NO_SETTINGS } from '../../lib/core/settings/settings';
import { type Feed, newFeed, withData } from '../../lib/core/state/feed';
import { NO_STATE } from '../../lib/core/state/state';
import type { TextKey } from '../../lib/core/texts';
import { SHORTCUT_NAMES } from '../../lib/core/toolbar/shortcut';
import { WorkflowsSection } from '../options/b3os/section';
import { OlieSection } from '../options/olie/section';
import type { Section, SectionProps } from '../options/section';
import { AgentRunsSection } from '../options/zaia/section';
import { timer } from './example-timer';
import type { Framed } from './frame';
import { followed, noRuns, workflows } from './states-others';

type OptionsState = [name: string, view: ComponentChildren, act?: Framed['act']];

const nothing = () => undefined;
const unconnected: SectionProps = {
  ...{ settings: NO_SETTINGS, state: NO_STATE, awaiting: [] },
  forget: async () => true,
  connect: async () => null,
  disconnect: async () => true,
};

function connected(connections: Connection[], feeds: Feed[]): SectionProps {
  const settings = { ...NO_SETTINGS, connections };
  return { ...unconnected, settings, state: { ...NO_STATE, feeds } };
}

/** Presses one after the other: the next may appear only then. */
const press =
  (...selectors: string[]) =>
  async (page: Document) => {
    for (const selector of selectors) {
      page.querySelector<HTMLElement>(selector)?.click();
      await new Promise((drawn) => setTimeout(drawn));
    }
  };

/** A form without a connection, with one, and with one that was imported. */
function formStates(name: string, Form: Section, connection: Connection, data: Feed['data']) {
  const feed = newFeed(connection);
  const known = connected([connection], [withData(feed, data)]);
  const refused = { ...feed, failure: failure('token-refused', 'Unauthenticated.') };
  const outOfReach = { ...feed, failure: failure('network') };
  const awaiting = [backedUp(connection)];
  const states: OptionsState[] = [
    [name, <Form {...unconnected} />],
    [`${name}, mistakes`, <Form {...unconnected} />, press('[type=submit]')],
    [`${name}, connected`, <Form {...known} />],
    [`${name}, refused`, <Form {...connected([connection], [refused])} />],
    [`${name}, out of reach`, <Form {...connected([connection], [outOfReach])} />],
    [`${name}, imported`, <Form {...unconnected} awaiting={awaiting} />],
    [`${name}, imported beside another`, <Form {...known} awaiting={awaiting} />],
  ];
  return states;
}

const plan: ImportPlan = {
  connections: [
    { service: 'Olie', name: 'api.olie.ai', place: 'api.olie.ai', change: 'same' },
    { service: 'B3OS', name: 'Kit da Ana', place: 'api.b3os.org', change: 'changed' },
    { service: 'Zaia', name: 'zaia', place: 'a-long-name.endless.zaia.app', change: 'needs-token' },
  ],
  arePreferencesChanged: true,
};

function Backup(props: { error?: TextKey; done?: TextKey; plan?: ImportPlan; isAside?: boolean }) {
  const { t } = useUi();
  return (
    <BackupSection
      error={props.error && t(props.error, 'connections[2].address')}
      message={props.done && { tone: 'good', text: t(props.done, '2') }}
      plan={props.plan ?? null}
      onExport={nothing}
      onFile={nothing}
      onImport={nothing}
      onCancel={nothing}
    >
      {props.isAside && <SetAside onForget={async () => null} />}
    </BackupSection>
  );
}

const Preferences = ({ tone, text }: { tone?: 'good' | 'bad'; text?: TextKey }) => {
  const { t } = useUi();
  return (
    <PreferencesSection
      preferences={parsePreferences(undefined)}
      message={tone && text ? { tone, text: t(text) } : null}
      onChange={nothing}
    />
  );
};

const NOON_MS = Date.UTC(2026, 2, 13, 12);
const Reminders = (props: { isOn: boolean; isAllowed?: boolean; mutedUntilMs?: number }) => (
  <RemindersSection
    reminders={remindersOf({ isOn: props.isOn })}
    weekdays={WEEKDAYS.map((day) => ({ day, name: 'MTWTFSS'.charAt(day - 1) }))}
    isAllowed={props.isAllowed ?? true}
    hasGoal={false}
    message={null}
    {...{ mutedUntilMs: props.mutedUntilMs ?? null, nowMs: NOON_MS, timeZone: 'UTC' }}
    {...{ onSwitch: nothing, onAllow: nothing, onChange: nothing }}
    {...{ onShow: nothing, onMute: nothing }}
  />
);

const About = ({ shortcut }: { shortcut: string }) => (
  <AboutSection
    version="0.2.0"
    shortcuts={
      <ShortcutList
        shortcuts={SHORTCUT_NAMES.map((name, index) => ({
          name,
          key: index === 0 ? shortcut : '',
        }))}
        onChange={nothing}
      />
    }
    report={'Olie Timer 0.2.0\n1. Olie, at its usual address'}
    load={async () => null}
    onWelcome={nothing}
  />
);

const olie: Connection = {
  ...{ id: 'o', kind: 'olie', address: 'https://api.olie.ai' },
  ...{ token: 'token', executionId: 'exe-7' },
};
const zaia: Connection = {
  ...{ id: 'z', kind: 'zaia', address: 'https://api.endless.zaia.app', token: 'token' },
  ...{ responderIds: ['5f0e3a44-6a0b-4f43-8e27-7a1f0f6f3b10'], show: 25 },
};
const following = connected(
  [{ ...zaia, followed: followed.map(({ id }) => id) }],
  [withData(newFeed(zaia), { ...noRuns, followed })],
);
const watched = workflows.map(({ connectionId: id, kind, address, label }): Connection => {
  return { id, kind, address, label, executionId: 'exe_77', token: 'token', apiKey: '' };
});
const first = connected(
  watched.slice(0, 1),
  workflows.slice(0, 1).map((feed) => ({ ...feed, failure: failure('token-refused') })),
);

const states: OptionsState[] = [
  ...formStates('Olie', OlieSection, olie, timer),
  ...formStates('agent runs', AgentRunsSection, zaia, noRuns),
  ['agent runs, followed', <AgentRunsSection {...following} />],
  ['agent runs, follow nothing', <AgentRunsSection {...following} />, press('form + form button')],
  ['workflows', <WorkflowsSection {...unconnected} />],
  ['workflows, mistakes', <WorkflowsSection {...unconnected} />, press('[type=submit]')],
  ['workflows, every status', <WorkflowsSection {...connected(watched, workflows)} />],
  ['workflows, imported', <WorkflowsSection {...unconnected} awaiting={watched.slice(0, 1)} />],
  ['workflows, refused and edited', <WorkflowsSection {...first} />, press('.entries button')],
  ['preferences', <Preferences />],
  ['preferences, saved', <Preferences tone="good" text="preferencesSaved" />],
  ['preferences, refused', <Preferences tone="bad" text="preferencesNotSaved" />],
  ['reminders, off', <Reminders isOn={false} />],
  ['reminders', <Reminders isOn />],
  ['reminders, not allowed', <Reminders isOn isAllowed={false} />],
  ['reminders, muted', <Reminders isOn mutedUntilMs={NOON_MS + 7_200_000} />],
  ['disconnect', <OlieSection {...connected([olie], [])} />, press('summary', '.buttons .quiet')],
  ['about', <About shortcut="Alt+Shift+O" />],
  ['about, no shortcut', <About shortcut="" />],
  ['backup', <Backup />],
  ['backup, file refused', <Backup error="backupField" />],
  ['backup, import plan', <Backup plan={plan} />],
  ['backup, imported', <Backup done="importedToDo" />],
  ['backup, set aside', <Backup isAside />],
  ['backup, set aside, sure', <Backup isAside />, press('.kept button')],
  ['backup, set aside, gone', <Backup isAside />, press('.kept button', '.kept .quiet')],
];

/** The parts of the options page. Nothing is stored or asked in them; the forms ask the browser only if saved. */
export const optionsStates: Framed[] = states.map(([name, view, act]) => ({
  ...{ name: `options: ${name}`, page: 'options', view: <main>{view}</main>, act },
}));
