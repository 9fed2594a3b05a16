import { useState } from 'preact/hooks';
import type { FormMessage } from '../../components/olie-section';
import { useUi } from '../../components/ui';
import { askToReach, giveBackAllBut } from '../../lib/browser/permissions';
import { refresh, testConnection } from '../../lib/browser/send-command';
import { saveSettings } from '../../lib/browser/settings-storage';
import { loadState } from '../../lib/browser/state-storage';
import {
  type CheckedForm,
  type ConnectionForm,
  checkForm,
  FAILURE_FIELDS,
  type FieldName,
} from '../../lib/core/connection-form';
import { FAILURE_TEXTS, type Failure } from '../../lib/core/failure';
import { readPastedRequest } from '../../lib/core/pasted-request';
import { DEFAULT_OLIE_ADDRESS, type Settings, usedAddresses } from '../../lib/core/settings';
import type { State } from '../../lib/core/state';
import type { TextKey, Translate } from '../../lib/core/texts';
import { connectedAs } from '../../lib/core/timer';

type Errors = Partial<Record<FieldName, string>>;
type Values = Extract<CheckedForm, { ok: true }>;
interface Said {
  errors: Errors;
  message: FormMessage | null;
}

/** The Olie section: what is typed, what is wrong with it, and what its buttons do. */
export function useOlieForm(initial: Settings, state: State) {
  const { t } = useUi();
  const [settings, setSettings] = useState(initial);
  const [form, setForm] = useState(formOf(initial));
  const [said, setSaid] = useState<Said>(() => outcome(t, state, initial));
  const say = (tone: FormMessage['tone'], text: string, errors: Errors = {}) =>
    setSaid({ errors, message: { tone, text } });

  /** Reads the form and asks for the permission, both in the click's own turn: browsers insist on it. */
  const begin = (busyText: TextKey, go: (values: Values) => Promise<void>) => {
    const checked = checkForm(form, settings.olie?.address ?? null);
    if (!checked.ok) return setSaid({ errors: translated(t, checked.errors), message: null });
    const asked = askToReach(checked.address);
    say('busy', t(busyText));
    asked
      .then((isAllowed) => (isAllowed ? go(checked) : say('bad', t('permissionRefused'))))
      .catch((error: unknown) => {
        say('bad', t('backgroundSilent'));
        throw error;
      });
  };

  const save = async ({ address, token, executionId }: Values) => {
    const olie = {
      id: crypto.randomUUID(),
      address,
      token: token ?? settings.olie?.token ?? '',
      executionId,
    };
    const changed = { ...settings, olie };
    await saveSettings(changed);
    setSettings(changed);
    setForm(formOf(changed));
    const reply = await refresh('user');
    if (reply === null) say('bad', t('backgroundSilent'));
    else setSaid(outcome(t, await loadState(), changed));
    await giveBackAllBut(usedAddresses(changed));
  };

  const test = async ({ address, token, executionId }: Values) => {
    const reply = await testConnection({ address, token, executionId });
    if (reply === null) return say('bad', t('backgroundSilent'));
    if (reply.failure !== null) return setSaid(failed(t, reply.failure, null));
    const as = reply.connectedAs;
    say('good', as === '' ? t('testedGoodNobody') : t('testedGood', as));
  };

  const disconnect = async () => {
    const changed = { ...settings, olie: null };
    await saveSettings(changed);
    setSettings(changed);
    setForm(formOf(changed));
    await refresh('user');
    await giveBackAllBut(usedAddresses(changed));
    say('good', t('disconnected'));
  };

  return {
    form,
    ...said,
    hasSavedToken: settings.olie !== null,
    isConnected: settings.olie !== null,
    onInput: (field: FieldName, value: string) =>
      setForm((typed) => ({ ...typed, [field]: value })),
    onPasted: (text: string) => {
      const pasted = readPastedRequest(text);
      if (pasted === null) return false;
      setForm((typed) => ({
        address: pasted.address ?? typed.address,
        token: pasted.token ?? typed.token,
        executionId: pasted.executionId ?? typed.executionId,
      }));
      say('good', t('pastedFilled'));
      return true;
    },
    onSave: () => begin('saving', save),
    onTest: () => begin('testing', test),
    onDisconnect: disconnect,
  };
}

/** A saved token is never put back into the page. */
function formOf({ olie }: Settings): ConnectionForm {
  return {
    address: olie?.address ?? DEFAULT_OLIE_ADDRESS,
    token: '',
    executionId: olie?.executionId ?? '',
  };
}

/** How the saved connection is doing. */
function outcome(t: Translate, { olie: feed }: State, { olie: connection }: Settings): Said {
  if (feed === null || connection === null || feed.connectionId !== connection.id) {
    return { errors: {}, message: null };
  }
  if (feed.failure !== null) return failed(t, feed.failure, t('savedNotConnected'));
  const as = feed.timer === null ? '' : connectedAs(feed.timer);
  const text = as === '' ? t('connectedNobody') : t('connected', as);
  return { errors: {}, message: { tone: 'good', text } };
}

/** The failure at the field where it is, otherwise below the form. */
function failed(t: Translate, { kind, message }: Failure, summary: string | null): Said {
  const text = [t(FAILURE_TEXTS[kind].text), message && t('serviceSays', message)]
    .filter(Boolean)
    .join(' ');
  const field = FAILURE_FIELDS[kind];
  if (field === null) return { errors: {}, message: { tone: 'bad', text } };
  return {
    errors: { [field]: text },
    message: summary === null ? null : { tone: 'bad', text: summary },
  };
}

function translated(t: Translate, errors: Partial<Record<FieldName, TextKey>>): Errors {
  return Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, t(key)]));
}
