import { h } from 'preact';
import type { FormMessage } from '../../components/options/connection-fields';
import { Sentence } from '../../components/sentence';
import { FAILURE_FIELDS, FAILURE_TEXTS, type Failure } from '../../lib/core/feeds/failure';
import type { Feed } from '../../lib/core/state/feed';
import type { TextKey } from '../../lib/core/texts';
import type { Ui } from '../../lib/core/ui';

/** What a form says of its service. */
export interface Service {
  serviceName: string;
  summary(data: unknown): string;
}

/** What a form says after something was done in it: at its fields, and below them. */
export interface Said {
  errors: Partial<Record<string, string>>;
  message: FormMessage | null;
  /** The id of the saved connection that this is about; undefined for anything else. */
  about?: string;
}

export const NOTHING_SAID: Said = { errors: {}, message: null };

/** What a form says below its fields. */
export function said(tone: FormMessage['tone'], text: FormMessage['text']): Said {
  return { errors: {}, message: { tone, text } };
}

/**
 * How a saved connection is doing.
 * @param feed what is known from it; undefined before it was first asked
 */
export function outcomeOf({ t }: Pick<Ui, 't'>, service: Service, feed: Feed | undefined): Said {
  if (feed === undefined) return NOTHING_SAID;
  return { ...saidOf({ t }, service, feed), about: feed.connectionId };
}

function saidOf({ t }: Pick<Ui, 't'>, service: Service, feed: Feed): Said {
  if (feed.failure !== null) return failed({ t }, service, feed.failure, t('savedNotConnected'));
  // Its host asked for a pause.
  if (feed.data === null) return said('bad', t('savedNotConnected'));
  const summary = service.summary(feed.data);
  return said('good', summary === '' ? t('connectedNobody') : sentence('connected', summary));
}

/**
 * A failure, at the field that it is about or below the form.
 * @param summary what to say below the form besides; null for nothing
 */
export function failed(
  { t }: Pick<Ui, 't'>,
  { serviceName }: Service,
  { kind, message }: Failure,
  summary: string | null,
): Said {
  const texts = [t(FAILURE_TEXTS[kind].text, serviceName)];
  if (message !== null) texts.push(t('serviceSays', serviceName, message));
  const text = texts.join(' ');
  const field = FAILURE_FIELDS[kind];
  if (field === null) return said('bad', text);
  return {
    errors: { [field]: text },
    message: summary === null ? null : { tone: 'bad', text: summary },
  };
}

/** Why something is still saved. @param failure false if the background did not answer */
export function whyNot(failure: Failure | false): TextKey {
  return failure === false ? 'backgroundSilent' : FAILURE_TEXTS[failure.kind].text;
}

/** A text with a name from a service in it. `<bdi>`: the name may not change the direction of the rest. */
export function sentence(text: TextKey, name: string) {
  return h(Sentence, { text, parts: [h('bdi', { key: 'name' }, name)] });
}
