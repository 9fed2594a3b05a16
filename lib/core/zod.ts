/**
 * The schemas that we use, straight on zod's core: `zod/mini` wraps it in methods that we do not call, and that weigh
 * 0.75 kB (gzip) in every bundle. https://zod.dev/packages/core
 *
 * Nothing here compiles a validator with `new Function`, as `zod`'s own objects do where they may: extension pages
 * forbid eval, and the probe for it would log a policy violation in every user's console (https://zod.dev/api#jitless).
 */
import {
  type $loose,
  type $strip,
  $ZodNullable,
  $ZodObject,
  type $ZodShape,
  $ZodTransform,
  type $ZodType,
  $ZodUnknown,
  NEVER,
  type output,
} from 'zod/v4/core';
import { isNumber } from './fields';

export type Schema<Output = unknown> = $ZodType<Output>;
export type infer<Of extends $ZodType> = output<Of>;

export type Parsed<Output> =
  | { success: true; data: Output }
  | { success: false; data?: undefined; issues: Issue[] };
/** What does not fit. */
interface Issue {
  code?: string | undefined;
  message?: string | undefined;
}

/** As zod's own, which would make an error with texts out of what is wrong: 0.3 kB that nobody reads. */
export function safeParse<Of extends $ZodType>(schema: Of, value: unknown): Parsed<output<Of>> {
  const result = schema._zod.run({ value, issues: [] }, { async: false });
  if (result instanceof Promise) throw new Error('A schema is asynchronous');
  const { issues } = result;
  // What has no issues is what the schema says.
  return issues.length > 0
    ? { success: false, issues }
    : { success: true, data: result.value as output<Of> };
}

// The constructors of the core are not generic: what they make is named by `as`, as zod/mini names it.

// What a guard of one line says needs no class of zod's with its patterns, formats and checks: 0.3 kB (gzip) in every bundle.
export const string = () => guardedBy((value) => typeof value === 'string');
export const number = () => guardedBy(isNumber);
export const boolean = () => guardedBy((value) => typeof value === 'boolean');
export const unknown = () => new $ZodUnknown({ type: 'unknown' });

/**
 * A list whose rows are all as the schema says. The first that is not ends it: zod's own array collects what is wrong with
 * each of 300 000 broken rows, which takes 200 ms, and overflows the stack where it passes them on.
 */
export const array = <Element extends $ZodType>(element: Element) =>
  readBy<output<Element>[]>((list) => {
    if (!Array.isArray(list)) return { ok: false };
    const value: output<Element>[] = [];
    for (const row of list) {
      const parsed = safeParse(element, row);
      if (!parsed.success) return { ok: false, error: parsed.issues[0]?.message };
      value.push(parsed.data);
    }
    return { ok: true, value };
  });

export const nullable = <Inner extends $ZodType>(innerType: Inner) =>
  new $ZodNullable({ type: 'nullable', innerType }) as $ZodNullable<Inner>;

export const object = <Shape extends $ZodShape>(shape: Shape) =>
  new $ZodObject({ type: 'object', shape }) as $ZodObject<Shape, $strip>;

/** Keeps the fields that the shape does not name. */
export const looseObject = <Shape extends $ZodShape>(shape: Shape) =>
  new $ZodObject({ type: 'object', shape, catchall: unknown() }) as $ZodObject<Shape, $loose>;

/** One of these values, numbers or texts. */
export const oneOf = <const Value extends string | number>(values: readonly Value[]) =>
  guardedBy((value): value is Value => values.some((one) => one === value));

/** A text that a form's reader accepts; what the reader says against it is the message of its issue. */
export const readText = (read: (text: string) => Read<string>) =>
  readBy((text) => (typeof text === 'string' ? read(text) : { ok: false }));

function guardedBy<Value>(isRight: (input: unknown) => input is Value): Schema<Value> {
  return readBy((value) => (isRight(value) ? { ok: true, value } : { ok: false }));
}

type Read<Value> = { ok: true; value: Value } | { ok: false; error?: string | undefined };

function readBy<Value>(read: (input: unknown) => Read<Value>): Schema<Value> {
  return new $ZodTransform({
    type: 'transform',
    transform: (input, { issues }) => {
      const result = read(input);
      if (result.ok) return result.value;
      issues.push({ code: 'custom', message: result.error, input });
      return NEVER;
    },
  }) as unknown as Schema<Value>;
}
