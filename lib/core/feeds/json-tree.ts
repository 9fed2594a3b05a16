import * as z from '../zod';

/** A document whose shape no service documents, as a list: each node comes before those inside it. */
export const jsonTreeSchema = z.object({
  nodes: z.rows(
    z.object({
      /** 0 for the outermost. */
      depth: z.boundedNumber(),
      /** The name in an object, the index in a list; '' for a document that is a single value. */
      name: z.string(),
      /** As a text; '' for a list or an object with something in it. */
      value: z.string(),
    }),
  ),
  /** How many more there are: too deep, or too many. */
  notShown: z.boundedNumber(),
});
export type JsonTree = z.infer<typeof jsonTreeSchema>;
