/** One row of the table. */
export interface Line {
  name: string;
  figure: number;
  unit: string;
  /** What the ratio may be at most, or the figure where there is no reference; null where it is only told. */
  limit: number | null;
  /** What was measured in the same run to compare with. */
  reference: number | null;
  ratio: number | null;
  ok: boolean;
}

/** What is measured together, by one name on the command line. */
export type Part = () => Promise<Line[]>;

/** A figure with a limit of its own, or with none. */
export function absolute(name: string, figure: number, unit: string, limit: number | null): Line {
  const ok = limit === null || figure <= limit;
  return { name, figure, unit, limit, reference: null, ratio: null, ok };
}

/** A figure beside another one of the same run: what counts is how many times as large it is. */
export function relative(
  name: string,
  figure: number,
  reference: number,
  unit: string,
  limit: number | null,
): Line {
  const ratio = figure / reference;
  return { name, figure, unit, limit, reference, ratio, ok: limit === null || ratio <= limit };
}
