import * as s from '../schema';

/** What pages may ask of the background, by kind. Parsed where it arrives: a message may come from an older page. */
const commandSchemas = {
  /** Ask the services for what is due to that asker, and answer when it is stored. */
  refresh: s.object({ asker: s.oneOf(['popup', 'user']) }),
  /** Ask once with that connection, and store nothing. */
  test: s.object({ connection: s.looseObject({ kind: s.string() }) }),
  /** Ask a service for something that only an opened part of the popup shows. */
  detail: s.object({ connectionId: s.string(), what: s.string(), argument: s.string() }),
};

export type Commands = {
  [Kind in keyof typeof commandSchemas]: s.infer<(typeof commandSchemas)[Kind]>;
};
type CommandKind = keyof Commands;
export type Command = { [Kind in CommandKind]: { kind: Kind } & Commands[Kind] }[CommandKind];

const kindSchema = s.object({ kind: s.string() });

/** The command in a message, or null where it is none of ours. */
export function parseCommand(message: unknown): Command | null {
  const named = s.safeParse(kindSchema, message);
  if (!named.success || !Object.hasOwn(commandSchemas, named.data.kind)) return null;
  // It is a key: the line above has looked.
  const kind = named.data.kind as CommandKind;
  const parsed = s.safeParse(commandSchemas[kind], message);
  // The schema was chosen by the kind, which the compiler cannot follow.
  return parsed.success ? ({ kind, ...parsed.data } as Command) : null;
}
