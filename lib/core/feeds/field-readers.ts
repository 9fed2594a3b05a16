import type { TextKey } from '../texts';
import * as z from '../zod';
import { isPlaceholder, withoutWrapping } from './copied-text';
import { onlyTokenIn, tokensIn } from './token-shape';

/** The outcome of reading one field of a form: its value, or the text that says what is wrong with it. */
export type Field = { ok: true; value: string } | { ok: false; error: TextKey };

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1']);
const LONGEST_TOKEN = 4096;
const LONGEST_ID = 200;
const LONGEST_ADDRESS = 2_000;
/** A whole command, a request, or an address: the token is a part of it. */
const REQUEST = /^(\$\s*)?curl(\.exe)?\s|(^|[\s"'`(])https?:\\?\/|\sHTTP\/\d/i;
/** Part of JSON, a program or `.env` lines: the token and more. */
const JSON_OR_CODE = /[{}<>]|["'`]\s*[,:]|\s[\w-]+\s?[:=]/;
/** A name and its value, as a program, a note or a command's option has them. Only at its end, a `=` is part of a token. */
const NAMED = /^--?[a-z][\w-]*\s|:\s|=(?!=*$)/i;
/** What stands before an address in a note, in JSON, and before a `=` in a program. */
const NAME_OF_ADDRESS =
  /^(?:(?:ur[il]|address|endereço|dirección|host|base[ _-]?url|api)["'`]?\s*:|[$:\w -]+=)\s*["'`]?/i;
/** Both brackets around an address, or a link of Markdown. */
const AROUND_ADDRESS = /^(?:<([^<>]*)>|(?:\[[^\]]*\])?\(([^()]*)\))$/;
/** What `URL` takes for a host and is none: a second scheme, or a pattern for many hosts. */
const NO_HOST = /^https?$|[^a-z\d.:[\]_-]/;
/** Visible ASCII and Latin-1, spaces and tabs: RFC 9110 section 5.5, field-value. */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]+$/;
/** An address without its scheme: `api.olie.ai`, `localhost:8000/t`. */
const HOST = /^(?:(?:[a-z\d-]+\.)+[a-z\d-]+|localhost)(?::\d+)?(?:[/?#]|$)/i;

const refused = (error: TextKey): Field => ({ ok: false, error });

/**
 * Reads a service's address: https, or http on this machine, without user, password, query or fragment.
 * @param ownPath what the service's own paths begin with, and people copy along
 * @returns origin and path, without that part and without a slash at the end
 */
export function readAddress(text: string, ownPath: RegExp): Field {
  if (text.length > LONGEST_ADDRESS) return refused('addressUnreadable');
  if (tokensIn(text).length > 0) return refused('tokenElsewhere');
  // With the last dot of a sentence or of a host, it would be another origin.
  const typed = withoutWrapping(text)
    .replace(NAME_OF_ADDRESS, '')
    .replace(AROUND_ADDRESS, '$1$2')
    .replace(/["'`.,;]+$/, '')
    .replace(/^((?:https?:\/\/)?[^/:]+)\.(?=[/:])/i, '$1');
  const read = readSavedAddress(HOST.test(typed) ? withScheme(typed) : typed);
  if (!read.ok) return read;
  const { origin, pathname } = new URL(read.value);
  return {
    ok: true,
    value: origin + withoutSlashes(withoutSlashes(pathname).replace(ownPath, '')),
  };
}

/** An address without a scheme, with the one that it has: http on this machine. */
export function withScheme(address: string): string {
  const overHttp = `http://${address}`;
  // Not every host can be one: 10.0.0.300, or a port of 99999.
  const isLocal = URL.canParse(overHttp) && LOCAL_HOSTS.has(new URL(overHttp).hostname);
  return isLocal ? overHttp : `https://${address}`;
}

/**
 * Can a content security policy admit that address? Its sources name no IPv6 host, and `https:` admits all of https. The
 * browser would print a refused address on the console, with the token in its query.
 */
export function isInPolicy(address: string): boolean {
  return !/^http:\/\/\[/i.test(address);
}

/** Reads an address as `readAddress` gave it before: the same comes out, whatever path was typed then. */
export function readSavedAddress(text: string): Field {
  const trimmed = text.trim();
  if (trimmed === '') return refused('addressMissing');
  if (!URL.canParse(trimmed)) return refused('addressUnreadable');
  const url = new URL(trimmed);
  const isLocal = url.protocol === 'http:' && LOCAL_HOSTS.has(url.hostname);
  if (url.protocol === 'http:' && url.hostname === '[::1]') return refused('addressLocalIpv6');
  if (url.protocol !== 'https:' && !isLocal) return refused('addressNotHttps');
  if (NO_HOST.test(url.hostname)) return refused('addressUnreadable');
  if (url.username !== '' || url.password !== '') return refused('addressWithUser');
  if (url.search !== '' || url.hash !== '') return refused('addressWithQuery');
  return { ok: true, value: url.origin + withoutSlashes(url.pathname) };
}

function withoutSlashes(path: string): string {
  return path.replace(/\/+$/, '');
}

/** Reads a token; `Bearer` in front, which people copy along, is left out. */
export function readToken(text: string): Field {
  return readKey(withoutWrapping(text).replace(/^bearer(\s|%20|$)/i, ''));
}

/** Reads a key that is sent as it was entered, but for what copying adds. */
export function readKey(text: string): Field {
  const token = withoutWrapping(text);
  if (token === '') return refused('tokenMissing');
  if (REQUEST.test(token)) return refused('tokenIsRequest');
  if (isPlaceholder(token) || /^\.+$/.test(token)) return refused('tokenPlaceholder');
  if (token.length > LONGEST_TOKEN) return refused('tokenTooLong');
  // Words of any language may stand around it.
  const only = onlyTokenIn(token);
  if (only === null && !HEADER_VALUE.test(token)) return refused('tokenCharacters');
  const isMore = JSON_OR_CODE.test(token) || (only === null && NAMED.test(token));
  return isMore ? refused('tokenIsRequest') : { ok: true, value: only ?? token };
}

/** What a list, brackets or Markdown put around an id. */
const AROUND = /^[([*]+|[,;)\]}*]+$/g;

/** Reads an id that becomes one segment of a path. Quotes around it, which people copy along, are left out. */
export function readExecutionId(text: string): Field {
  const id = withoutWrapping(text);
  if (isPlaceholder(id)) return refused('executionIdPlaceholder');
  // A token in the id's field would be shown, kept and sent as an id.
  if (tokensIn(id).length > 0) return refused('tokenElsewhere');
  return readSavedId(id.replace(AROUND, ''));
}

/** Reads an id as `readExecutionId` gave it before, or as an answer names it. */
export function readSavedId(text: string): Field {
  const id = text.trim();
  if (id === '') return refused('executionIdMissing');
  if (id.length > LONGEST_ID) return refused('executionIdTooLong');
  // `.` and `..` would be resolved away and ask for another path.
  if (/[/?#\s]/.test(id) || id === '.' || id === '..') return refused('executionIdCharacters');
  return { ok: true, value: id };
}

/** A secret as it was saved, and for which address. */
export interface SavedSecret {
  address: string;
  secret: string;
}

/**
 * Reads the field of a secret. An empty field keeps the saved one, but only for the origin that it was saved for.
 * @param read how what is typed is read
 */
export function readSecret(
  text: string,
  address: Field,
  saved: SavedSecret | null,
  read: (text: string) => Field = readToken,
): Field {
  if (text.trim() !== '' || saved === null || !address.ok) return read(text);
  return new URL(saved.address).origin === new URL(address.value).origin
    ? { ok: true, value: saved.secret }
    : refused('tokenMissingForAddress');
}

export type Errors<Name extends string> = Partial<Record<Name, TextKey>>;
export type Checked<Name extends string> =
  | { ok: true; values: Record<Name, string> }
  | { ok: false; errors: Errors<Name> };

/** All fields together: their values, or what is wrong with each. */
export function checkFields<Name extends string>(fields: Record<Name, Field>): Checked<Name> {
  const values: Partial<Record<Name, string>> = {};
  const errors: Errors<Name> = {};
  let isOk = true;
  // A record's keys are its names.
  for (const name of Object.keys(fields) as Name[]) {
    const field = fields[name];
    if (field.ok) values[name] = field.value;
    else {
      errors[name] = field.error;
      isOk = false;
    }
  }
  // Without errors every name has its value.
  return isOk ? { ok: true, values: values as Record<Name, string> } : { ok: false, errors };
}

/** A reader of a form's field as a schema: its complaint becomes the issue's message. */
export function fieldSchema(read: (text: string) => Field): z.ZodMiniType<string> {
  return z.pipe(
    z.string(),
    z.transform((text, context) => {
      const field = read(text);
      if (field.ok) return field.value;
      context.issues.push({ code: 'custom', message: field.error, input: text });
      return z.NEVER;
    }),
  );
}
