import {
  array,
  catch as caught,
  config,
  type core,
  custom,
  NEVER,
  pipe,
  safeParse,
  transform,
  unknown,
  type ZodMiniType,
} from 'zod/mini';

/** zod, as this project uses it: `import * as z from '../zod'`. */
// zod's compiled parsers need `eval`, which the pages' content security policy forbids and reports.
config({ jitless: true });

export * from 'zod/mini';

/**
 * What was read of an object, with its fields that this version does not know: a newer one has written them, and looks for
 * them after the next update. Not zod's loose object: that takes 0.2 s for the many keys of a hostile megabyte.
 * @param stored anything but an object has no fields
 */
export function withUnknown<Row extends object>(stored: unknown, row: Row): Row {
  const isObject = typeof stored === 'object' && !Array.isArray(stored);
  return { ...(isObject ? stored : {}), ...row };
}

/** The same fields, each of which may be missing: one that cannot be read costs only itself. */
export function forgiving<Fields extends Record<string, ZodMiniType>>(fields: Fields): Fields {
  const rows = Object.entries(fields).map(([name, field]) => [name, caught(field, undefined)]);
  // `fromEntries` loses the type. It still holds: callers declare each of these fields as optional.
  return Object.fromEntries(rows) as Fields;
}

/** The year 10000, in milliseconds since 1970. */
const LARGEST = 2.6e14;

/** A number that `Date` and `Intl` can take: no moment, duration or amount of ours is larger. */
export function boundedNumber() {
  return custom<number>((value) => typeof value === 'number' && Math.abs(value) <= LARGEST);
}

/**
 * A list, read up to its first broken row. zod's own list reports each broken row, which takes seconds for the many of a
 * hostile list, and then throws a RangeError.
 */
export function rows<Row>(row: ZodMiniType<Row>): ZodMiniType<Row[]> {
  return pipe(
    array(unknown()),
    transform((list, context) => {
      const read: Row[] = [];
      for (const [index, value] of list.entries()) {
        const parsed = safeParse(row, value);
        if (!parsed.success) {
          const [issue] = parsed.error.issues;
          const path = [index, ...(issue?.path ?? [])];
          // The compiler forgets which fields go with the issue's code.
          context.issues.push({ ...issue, path, input: value } as core.$ZodRawIssue);
          return NEVER;
        }
        read.push(parsed.data);
      }
      return read;
    }),
  );
}
