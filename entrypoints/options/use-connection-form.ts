import { h } from 'preact';
import { useState } from 'preact/hooks';
import type { FormMessage } from '../../components/options/connection-fields';
import { Sentence } from '../../components/sentence';
import { useUi } from '../../components/ui';
import { askToReach } from '../../lib/browser/permissions';
import { testConnection } from '../../lib/browser/send-command';
import { FAILURE_TEXTS, type Failure } from '../../lib/core/feeds/failure';
import type { Connection } from '../../lib/core/feeds/feed-kind';
import { type Errors, FAILURE_FIELDS } from '../../lib/core/feeds/field-readers';
import { withConnection } from '../../lib/core/settings/settings';
import type { State } from '../../lib/core/state/state';
import type { TextKey } from '../../lib/core/texts';
import type { Ui } from '../../lib/core/ui';
import type { SectionProps } from './section';

/** Methods are bivariant, so each service's `summary` may take its own data. */
interface Service {
  serviceName: string;
  summary(data: unknown): string;
}

/** Failures are shown at fields named `address`, `token` and `executionId`. */
export interface FormSpec<Name extends string, C extends Connection> {
  kind: Service;
  /**
   * The texts for a saved, an imported or no connection. Never a saved secret.
   */
  fill(known: Partial<C> | null): Record<Name, string>;
  check(
    form: Record<Name, string>,
    saved: C | null,
  ): { ok: true; connection: Omit<C, 'id'> } | { ok: false; errors: Errors<Name> };
  /** Null if the text should be pasted as it is. */
  readPasted(text: string): Partial<Record<Name, string>> | null;
}

interface Said {
  errors: Partial<Record<string, string>>;
  message: FormMessage | null;
}

const NOTHING: Said = { errors: {}, message: null };

/**
 * The texts, errors and actions of a form for one connection.
 * @param saved the connection to change; null for a new one
 * @param emptiedWhen the fields to empty after a save, unless the user has typed meanwhile
 * @param onSaved `isAccepted`: the service accepts the token and the ID
 * @param first fills the form at first, instead of `saved`
 */
export function useConnectionForm<Name extends string, C extends Connection>(
  spec: FormSpec<Name, C>,
  saved: C | null,
  { state, save }: SectionProps,
  emptiedWhen: (isAccepted: boolean) => NoInfer<Name>[],
  onSaved: (connection: C, isAccepted: boolean) => void = () => undefined,
  first: Partial<C> | null = saved,
) {
  const ui = useUi();
  const { t } = ui;
  const [form, setForm] = useState(() => spec.fill(first));
  const [said, setSaid] = useState<Said>(() =>
    first === saved ? outcome(ui, spec.kind, state, saved) : NOTHING,
  );
  const say = (tone: FormMessage['tone'], text: FormMessage['text']) =>
    setSaid({ errors: {}, message: { tone, text } });

  /** Asks for the permission before any `await`: browsers insist on the click's own turn. */
  const begin = (busyText: string, go: (connection: C) => Promise<void>) => {
    const checked = spec.check(form, saved);
    if (!checked.ok) return setSaid({ errors: translated(ui, checked.errors), message: null });
    const asked = askToReach(checked.connection.address);
    say('busy', busyText);
    asked
      .then((isAllowed) => {
        if (!isAllowed) return say('bad', t('permissionRefused'));
        // `C` without its id, plus an id.
        return go({ ...checked.connection, id: crypto.randomUUID() } as C);
      })
      .catch((error: unknown) => {
        say('bad', t('backgroundSilent'));
        throw error;
      });
  };

  const saveConnection = async (connection: C) => {
    const known = await save((settings) => withConnection(settings, connection, saved?.id ?? null));
    if (known === null) return say('bad', t('backgroundSilent'));
    const result = outcome(ui, spec.kind, known, connection);
    const isAccepted = !(result.errors.token || result.errors.executionId);
    setSaid(result);
    // `Object.fromEntries` loses the names of the keys.
    const empty = Object.fromEntries(emptiedWhen(isAccepted).map((name) => [name, ''])) as Record<
      Name,
      string
    >;
    setForm((now) => (now === form ? { ...now, ...empty } : now));
    onSaved(connection, isAccepted);
  };

  const test = async (connection: Connection) => {
    const reply = await testConnection(connection);
    if (reply === null) return say('bad', t('backgroundSilent'));
    if (reply.failure !== null) return setSaid(failed(ui, spec.kind, reply.failure, null));
    const { summary } = reply;
    say('good', summary === '' ? t('testedGoodNobody') : sentence('testedGood', summary));
  };

  return {
    form,
    ...said,
    say,
    refill: (connection: Partial<C> | null) => {
      setForm(spec.fill(connection));
      setSaid(NOTHING);
    },
    onInput: (field: Name, value: string) => setForm((typed) => ({ ...typed, [field]: value })),
    onPasted: (text: string) => {
      const pasted = spec.readPasted(text);
      if (pasted === null) return false;
      setForm((typed) => ({ ...typed, ...pasted }));
      say('good', t('pastedFilled'));
      return true;
    },
    onSave: () => begin(t('saving'), saveConnection),
    onTest: () => begin(t('testing', spec.kind.serviceName), test),
  };
}

function outcome(
  { t }: Pick<Ui, 't'>,
  kind: Service,
  { feeds }: State,
  connection: Connection | null,
): Said {
  const feed = feeds.find(({ connectionId }) => connectionId === connection?.id);
  if (feed === undefined) return NOTHING;
  if (feed.failure !== null) return failed({ t }, kind, feed.failure, t('savedNotConnected'));
  // Its host asked for a pause.
  if (feed.data === null) {
    return { errors: {}, message: { tone: 'bad', text: t('savedNotConnected') } };
  }
  const summary = kind.summary(feed.data);
  const text = summary === '' ? t('connectedNobody') : sentence('connected', summary);
  return { errors: {}, message: { tone: 'good', text } };
}

/** `<bdi>`: the name may not change the direction of the rest. */
function sentence(text: TextKey, name: string) {
  return h(Sentence, { text, parts: [h('bdi', { key: 'name' }, name)] });
}

/** Shows the failure at its field, or below the form. */
function failed(
  { t }: Pick<Ui, 't'>,
  { serviceName }: Service,
  { kind, message }: Failure,
  summary: string | null,
): Said {
  const text = [
    t(FAILURE_TEXTS[kind].text, serviceName),
    message && t('serviceSays', serviceName, message),
  ]
    .filter(Boolean)
    .join(' ');
  const field = FAILURE_FIELDS[kind];
  if (field === null) return { errors: {}, message: { tone: 'bad', text } };
  return {
    errors: { [field]: text },
    message: summary === null ? null : { tone: 'bad', text: summary },
  };
}

function translated<Name extends string>({ t }: Ui, errors: Errors<Name>): Said['errors'] {
  const keys: [string, TextKey | undefined][] = Object.entries(errors);
  return Object.fromEntries(keys.map(([field, key]) => [field, key && t(key)]));
}

/** Leaves out what was not found. */
export function named<Name extends string>(
  pasted: Record<Name, string | null> | null,
): Partial<Record<Name, string>> | null {
  if (pasted === null) return null;
  const entries = Object.entries<string | null>(pasted).filter(([, value]) => value !== null);
  // `Object.fromEntries` loses the names of the keys.
  return Object.fromEntries(entries) as Partial<Record<Name, string>>;
}
