/**
 * The schemas that we use, straight on zod's core: `zod/mini` wraps it in methods that we do not call, and that weigh
 * 0.75 kB (gzip) in every bundle. https://zod.dev/packages/core
 */
import {
  type $loose,
  type $strip,
  $ZodArray,
  $ZodBoolean,
  $ZodEnum,
  $ZodLiteral,
  $ZodNullable,
  $ZodNumber,
  $ZodObject,
  $ZodPipe,
  type $ZodShape,
  $ZodString,
  $ZodTransform,
  type $ZodType,
  $ZodUnknown,
  config,
  NEVER,
  type output,
  safeParse,
} from 'zod/v4/core';

// Extension pages forbid eval, and zod's probe for it would log a policy violation in every user's console
// (https://zod.dev/api#jitless).
config({ jitless: true });

export { safeParse };
export type Schema<Output = unknown> = $ZodType<Output>;
export type infer<Of extends $ZodType> = output<Of>;

// The constructors of the core are not generic: what they make is named by `as`, as zod/mini names it.

export const string = () => new $ZodString({ type: 'string' });
export const number = () => new $ZodNumber({ type: 'number', checks: [] });
export const boolean = () => new $ZodBoolean({ type: 'boolean' });
export const unknown = () => new $ZodUnknown({ type: 'unknown' });

export const array = <Element extends $ZodType>(element: Element) =>
  new $ZodArray({ type: 'array', element }) as $ZodArray<Element>;

export const nullable = <Inner extends $ZodType>(innerType: Inner) =>
  new $ZodNullable({ type: 'nullable', innerType }) as $ZodNullable<Inner>;

export const object = <Shape extends $ZodShape>(shape: Shape) =>
  new $ZodObject({ type: 'object', shape }) as $ZodObject<Shape, $strip>;

/** Keeps the fields that the shape does not name. */
export const looseObject = <Shape extends $ZodShape>(shape: Shape) =>
  new $ZodObject({ type: 'object', shape, catchall: unknown() }) as $ZodObject<Shape, $loose>;

/** One of these values. */
export const oneOf = <const Value extends string>(values: readonly Value[]) =>
  new $ZodEnum({
    type: 'enum',
    entries: Object.fromEntries(values.map((value) => [value, value])),
  }) as unknown as $ZodEnum<{ [Each in Value]: Each }>;

/** One of these values, numbers or texts. */
export const literal = <const Value extends string | number>(values: readonly Value[]) =>
  new $ZodLiteral({ type: 'literal', values: [...values] }) as $ZodLiteral<Value>;

/** A text that a form's reader accepts; what the reader says against it is the message of a custom issue. */
export const readText = (
  read: (text: string) => { ok: true; value: string } | { ok: false; error: string },
) =>
  new $ZodPipe({
    type: 'pipe',
    in: string(),
    out: new $ZodTransform({
      type: 'transform',
      transform: (text, { issues }) => {
        // The pipe lets nothing but a string through.
        const field = read(text as string);
        if (field.ok) return field.value;
        issues.push({ code: 'custom', message: field.error, input: text });
        return NEVER;
      },
    }),
  }) as unknown as Schema<string>;
