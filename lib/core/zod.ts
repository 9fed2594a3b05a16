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
  $ZodNullable,
  $ZodNumber,
  $ZodObject,
  type $ZodShape,
  $ZodString,
  type $ZodType,
  $ZodUnknown,
  config,
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
