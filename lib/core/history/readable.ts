import * as z from '../zod';

/** The rows that can be read, each with its fields that this version does not know. A broken row costs no other. */
export function readable<Row extends object>(schema: z.ZodMiniType<Row>, rows: unknown[]): Row[] {
  return rows.flatMap((row) => {
    const { data } = z.safeParse(schema, row);
    return data ? [z.withUnknown(row, data)] : [];
  });
}
