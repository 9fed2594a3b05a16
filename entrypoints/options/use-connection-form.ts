import { useEffect } from 'preact/hooks';
import { useUi } from '../../components/ui';
import { orElse } from '../../lib/browser/or-else';
import { askToReach } from '../../lib/browser/permissions';
import { testConnection } from '../../lib/browser/send-command';
import type { Errors } from '../../lib/core/feeds/field-readers';
import type { PastedFields } from '../../lib/core/feeds/pasted-fields';
import type { TestReply } from '../../lib/core/messages/reply';
import type { Connection } from '../../lib/core/settings/settings';
import { feedOf } from '../../lib/core/state/state';
import type { Ui } from '../../lib/core/ui';
import {
  failed,
  mistakes,
  NOTHING_SAID,
  outcomeOf,
  pastedInto,
  type Said,
  type Service,
  said,
  sentence,
  stillTrue,
} from './form-message';
import { isForElsewhere } from './managed-address';
import type { SectionProps } from './section';
import { useFields } from './use-fields';
import { type Tell, useSaid } from './use-said';
import { emptied, useSecretOwner } from './use-secret-owner';

/** What a form knows of its service. Failures are shown at fields named `address`, `token` and `executionId`. */
export interface FormSpec<Name extends string, C extends Connection> {
  service: Service;
  /** The texts for a saved, an imported or no connection. Never a saved secret. */
  fill(known: Partial<C> | null): Record<Name, string>;
  check(
    form: Record<Name, string>,
    saved: C | null,
  ): { ok: true; connection: Omit<C, 'id'> } | { ok: false; errors: Errors<Name> };
  /**
   * Null if the text should be pasted as it is.
   * @param current the address in the form: what is for another one is not taken. Default: the service's own
   */
  readPasted(text: string, current?: string): PastedFields<Name> | null;
}

interface FormOptions<Name extends string, C extends Connection> {
  spec: FormSpec<Name, C>;
  page: Pick<SectionProps, 'state' | 'connect' | 'pasted'>;
  /** The connection to change; null for a new one. */
  saved: C | null;
  /** What fills the form at first, if not the saved connection. */
  initial?: Partial<C> | null;
  /** The fields to empty after a save. `isAccepted`: the service accepts the token and the id. */
  fieldsToEmpty(isAccepted: boolean): NoInfer<Name>[];
  onSaved?(connection: C, isAccepted: boolean): void;
}

/** The texts, errors and actions of a form for one connection. */
export function useConnectionForm<Name extends string, C extends Connection>(
  options: FormOptions<Name, C>,
) {
  const { spec, page, saved, initial = saved, fieldsToEmpty, onSaved } = options;
  const ui = useUi();
  const { t } = ui;
  const { service } = spec;
  const { shown, show, say, begin, takeBack } = useSaid(() => {
    const isOfSaved = saved !== null && initial === saved;
    return isOfSaved ? outcomeOf(ui, service, feedOf(page.state, saved)) : NOTHING_SAID;
  });
  const fields = useFields(spec, initial, saved?.id, takeBack);
  const { form, typed, setForm, isStill, fill, locked, onInput } = fields;

  const start = (busyText: string, act: (connection: C, tell: Tell) => Promise<void>) => {
    const { tell } = begin(() => isStill(form));
    const checked = spec.check(form, saved);
    if (!checked.ok) return show(mistakes(ui, checked.errors));
    // `C` without its id, plus an id.
    const connection = { ...checked.connection, id: crypto.randomUUID() } as C;
    onceAllowed(ui, connection.address, tell, () => act(connection, tell));
    say('busy', busyText);
  };

  const save = async (connection: C, tell: Tell) => {
    const state = await page.connect(connection, saved?.id ?? null);
    if (state === null) return tell(said('bad', t('backgroundSilent')));
    if ('failure' in state)
      return tell(failed(ui, service, state.failure, connection.address, null));
    const outcome = outcomeOf(ui, service, feedOf(state, connection));
    tell(outcome);
    const isAccepted = !(outcome.errors.token || outcome.errors.executionId);
    // What the user has typed meanwhile stays.
    setForm((now) => (now === typed ? emptied(now, fieldsToEmpty(isAccepted)) : now));
    onSaved?.(connection, isAccepted);
  };

  const test = async (connection: Connection, tell: Tell) => {
    const reply = await testConnection(connection);
    // If the form has changed since, the answer is not about it.
    tell(isStill(form) ? testedAs(ui, service, reply, connection.address) : NOTHING_SAID);
  };

  const ownedBy = useSecretOwner<Name>();
  const read = (text: string) => spec.readPasted(text, addressIn(form));
  const fillFrom = (pasted: PastedFields<Name> | null) => {
    if (pasted === null) return false;
    begin();
    if (isForElsewhere(pasted, locked)) {
      say('bad', t('addressOnlyOrganization', locked));
      return true;
    }
    const filled = { ...ownedBy(pasted, form), ...pasted.values };
    setForm(filled);
    const checked = spec.check(filled, saved);
    show(pastedInto(ui, pasted, checked.ok ? {} : checked.errors));
    return true;
  };
  useEffect(() => {
    if (page.pasted) fillFrom(read(page.pasted.text));
  }, [page.pasted]);

  return {
    form,
    isAddressLocked: locked !== undefined,
    ...stillTrue(shown, page.state.feeds, saved),
    show,
    say,
    begin,
    refill: (connection: Partial<C> | null) => {
      begin();
      setForm(fill(connection));
      show(NOTHING_SAID);
    },
    onInput,
    onPasted: (text: string) => fillFrom(read(text)),
    /** Fills in what was pasted. @returns false if that is nothing */
    fillFrom,
    onSave: () => start(t('saving'), save),
    onTest: () => start(t('testing', service.serviceName), test),
  };
}

/** Asks for the permission before any `await`: browsers insist on the click's own turn. A browser that cannot ask gives none. */
export function onceAllowed(
  { t }: Ui,
  address: string,
  tell: Tell,
  act: () => Promise<void>,
): void {
  orElse(() => askToReach(address), false)
    .then((isAllowed) => (isAllowed ? act() : tell(said('bad', t('permissionRefused')))))
    .catch((error: unknown) => {
      console.error(error);
      tell(said('bad', t('backgroundSilent')));
    });
}

/** Each of these forms has an address. */
function addressIn(form: Partial<Record<string, string>>): string | undefined {
  return form.address;
}

/** What became of a test of that address. @param reply null if the background did not answer */
function testedAs(ui: Ui, service: Service, reply: TestReply | null, address: string): Said {
  if (reply === null) return said('bad', ui.t('backgroundSilent'));
  if (reply.failure !== null) return failed(ui, service, reply.failure, address, null);
  const { summary } = reply;
  return said('good', summary === '' ? ui.t('testedGoodNobody') : sentence('testedGood', summary));
}
