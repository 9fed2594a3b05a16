import { h } from 'preact';
import type { Message } from '../../components/message-line';
import { Sentence } from '../../components/sentence';
import {
  FAILURE_FIELDS,
  FAILURE_TEXTS,
  type Failure,
  type FailureKind,
} from '../../lib/core/feeds/failure';
import type { Errors } from '../../lib/core/feeds/field-readers';
import type { PastedFields } from '../../lib/core/feeds/pasted-fields';
import type { Feed } from '../../lib/core/state/feed';
import type { TextKey } from '../../lib/core/texts';
import type { Ui } from '../../lib/core/ui';

/** What a form says of its service. */
export interface Service {
  kind: string;
  serviceName: string;
  summary(data: unknown): string;
}

/** What a form says after something was done in it: at its fields, and below them. */
export interface Said {
  errors: Partial<Record<string, string>>;
  message: Message | null;
  /** The answer of a saved connection that this is about (`answerOf`), or that it is gone; undefined for anything else. */
  about?: string;
  /** The user has gone on since the action began: an error does not take the focus. */
  keepsFocus?: boolean | undefined;
}

export const NOTHING_SAID: Said = { errors: {}, message: null };

/** What a form says below its fields. */
export function said(tone: Message['tone'], text: Message['text']): Said {
  return { errors: {}, message: { tone, text } };
}

/**
 * How a saved connection is doing.
 * @param feed what is known from it; undefined before it was first asked
 */
export function outcomeOf({ t }: Pick<Ui, 't'>, service: Service, feed: Feed | undefined): Said {
  if (feed === undefined) return NOTHING_SAID;
  return { ...saidOf({ t }, service, feed), about: answerOf(feed) };
}

/** How a connection is doing, as a text to compare: what was said of it holds until this changes. */
function answerOf({ connectionId, failure, data }: Feed): string {
  return `${connectionId} ${failure?.kind ?? (data === null ? 'waiting' : 'answered')}`;
}

/** What a form says once its connection is gone: it holds until another one is saved, on whatever page. */
export function saidOfGone(tone: Message['tone'], text: string, { id }: { id: string }): Said {
  return { ...said(tone, text), about: goneAs(id) };
}

function goneAs(connectionId: string): string {
  return `${connectionId} gone`;
}

/**
 * What was said; nothing if the connection is gone or its state has changed since, or if another one has come after it.
 * @param saved the connection in the form, if any
 */
export function stillTrue(shown: Said, feeds: Feed[], saved: { id: string } | null): Said {
  const { about } = shown;
  const isGone = about?.endsWith(goneAs('')) && (saved === null || about === goneAs(saved.id));
  const isTrue = about === undefined || isGone || feeds.some((feed) => answerOf(feed) === about);
  return isTrue ? shown : NOTHING_SAID;
}

function saidOf({ t }: Pick<Ui, 't'>, service: Service, feed: Feed): Said {
  if (feed.failure !== null)
    return failed({ t }, service, feed.failure, feed.address, t('savedNotConnected'));
  // Its host asked for a pause.
  if (feed.data === null) return said('bad', t('savedNotConnected'));
  const summary = service.summary(feed.data);
  return said('good', summary === '' ? t('connectedNobody') : sentence('connected', summary));
}

/** Where a form says more than the popup: the user may have mistyped the address just now. */
const FORM_TEXTS: Partial<Record<FailureKind, TextKey>> = { network: 'nothingAtAddress' };

/**
 * A failure, at the field that it is about or below the form.
 * @param address that was asked
 * @param summary what to say below the form besides; null for nothing
 */
export function failed(
  { t }: Pick<Ui, 't'>,
  { serviceName }: Service,
  { kind, message }: Failure,
  address: string,
  summary: string | null,
): Said {
  // What the service itself says of its refusal is better than our sentence.
  const says = message === null ? [] : [t('serviceSays', serviceName, message)];
  const isOfPath = kind === 'unknown-id' && new URL(address).pathname !== '/';
  const key = isOfPath ? 'unknownAtPath' : (FORM_TEXTS[kind] ?? FAILURE_TEXTS[kind]);
  const isSaid = kind === 'refused' && message !== null;
  const text = [...(isSaid ? [] : [t(key, serviceName)]), ...says].join(' ');
  const field = isOfPath ? 'address' : FAILURE_FIELDS[kind];
  if (field === null) return said('bad', text);
  return {
    errors: { [field]: text },
    message: summary === null ? null : { tone: 'bad', text: summary },
  };
}

/** What is wrong with each field, in words. */
export function mistakes<Name extends string>({ t }: Pick<Ui, 't'>, errors: Errors<Name>): Said {
  const keys: [string, TextKey | undefined][] = Object.entries(errors);
  const texts = keys.map(([field, key]) => [field, key && t(key)]);
  return { errors: Object.fromEntries(texts), message: null };
}

/**
 * What a form says after a text was pasted. Fields that were not in it and are still empty are no mistake yet.
 * @param errors what is wrong with all fields now
 */
export function pastedInto<Name extends string>(
  ui: Pick<Ui, 't'>,
  { values, placeholders, other, hasMore }: PastedFields<Name>,
  errors: Errors<Name>,
): Said {
  if (other !== undefined) return said('bad', ui.t('pastedForOther', other.serviceName));
  const found = mistakes(ui, errors).errors;
  const texts: Said['errors'] = {};
  for (const name of Object.keys(values)) {
    if (found[name] !== undefined) texts[name] = found[name];
  }
  // A record's keys are its names.
  for (const name of Object.keys(placeholders) as Name[]) {
    // A value that was there before stays, and will do.
    if (found[name] === undefined) continue;
    texts[name] = ui.t('placeholderPasted', placeholders[name] ?? '');
  }
  return Object.keys(texts).length === 0
    ? said('good', ui.t(hasMore ? 'pastedOne' : 'pastedFilled'))
    : { errors: texts, message: null };
}

/** Why something is still saved. @param failure false if the background did not answer */
export function whyNot(failure: Failure | false): TextKey {
  return failure === false ? 'backgroundSilent' : FAILURE_TEXTS[failure.kind];
}

/** A text with a name from a service in it. `<bdi>`: the name may not change the direction of the rest. */
export function sentence(text: TextKey, name: string) {
  return h(Sentence, { text, parts: [h('bdi', { key: 'name' }, name)] });
}
