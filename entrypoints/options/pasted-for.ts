import { B3OS_PATH } from '../../lib/core/b3os/b3os';
import { isApiKey, notOfB3os } from '../../lib/core/b3os/client-token';
import { readPastedJson } from '../../lib/core/b3os/pasted-json';
import type { FeedKind } from '../../lib/core/feeds/feed-kind';
import { type Field, readKey, readToken } from '../../lib/core/feeds/field-readers';
import type { PastedFields } from '../../lib/core/feeds/pasted-fields';
import { OLIE_PATH } from '../../lib/core/olie/olie';
import { type Kind, serviceOf, services } from '../../lib/core/services';
import { severalCommands } from '../../lib/core/settings/curl-command';
import { readPastedRequest } from '../../lib/core/settings/pasted-request';
import { withVariables } from '../../lib/core/settings/set-variables';
import { ZAIA_PATH } from '../../lib/core/zaia/zaia';
import { otherAt } from './service-address';

const PATHS: Record<Kind, RegExp> = { olie: OLIE_PATH, b3os: B3OS_PATH, zaia: ZAIA_PATH };

/** The address of the service that a request is made to, wherever it is installed; null if there is none. */
function addressAt(path: RegExp, text: string): string | null {
  return readPastedRequest(text, path)?.address ?? null;
}

/** Is that a request or an answer of the service? */
function isOf(kind: Kind, text: string): boolean {
  if (addressAt(PATHS[kind], text) !== null) return true;
  return kind === 'b3os' && (readPastedJson(text) !== null || isApiKey(text));
}

/**
 * The other service that a pasted request or answer is for: all that it has is for that one.
 * @param own the service into whose form it was pasted
 * @returns null if it is for no other
 */
export function pastedFor(text: string, own: { kind: Kind }): FeedKind | null {
  const at = addressAt(PATHS[own.kind], text);
  if (at !== null && otherAt(at, own.kind) === undefined) return null;
  const origins = text.match(/https?:\/\/[\w.-]+/gi) ?? [];
  const [other] = origins.flatMap((origin) => otherAt(origin, own.kind) ?? []);
  if (other !== undefined) return other;
  const kind = isOf(own.kind, text) ? own.kind : services.find((one) => isOf(one.kind, text))?.kind;
  return kind === undefined || kind === own.kind ? null : serviceOf(kind);
}

/**
 * Reads a pasted text: of several curl commands, the first one that asks the service; any other text as a whole.
 * @param own the service into whose form it was pasted
 * @param read reads a text, which may be for another service
 */
export function readFirst<Name extends string>(
  pastedText: string,
  own: { kind: Kind },
  read: (text: string) => PastedFields<Name> | null,
): PastedFields<Name> | null {
  const text = withVariables(pastedText);
  const commands = severalCommands(text);
  const requests = services.flatMap(({ kind }) =>
    commands.flatMap((command) => {
      const request = readPastedRequest(command, PATHS[kind]);
      return request?.address ? { kind, command, said: JSON.stringify(request) } : [];
    }),
  );
  const first = requests.find(({ kind }) => kind === own.kind);
  const one = first?.command ?? text;
  const other = pastedFor(one, own);
  if (other !== null) return { values: {}, placeholders: {}, other };
  const pasted = read(one);
  const hasMore = new Set(requests.map(({ said }) => said)).size > 1;
  return first && pasted && hasMore ? { ...pasted, hasMore } : pasted;
}

/** Read the secret of a service that is not B3OS: a key of that one would be sent to the wrong host. */
export const readOwnToken: (text: string) => Field = notOfB3os(readToken);
export const readOwnKey: (text: string) => Field = notOfB3os(readKey);
