/** One row of a printed table: a figure, and the limit that it must keep. */
export interface Line {
  /** What was measured, with its unit: "popup: JS heap, MB". */
  name: string;
  figure: number;
  /** What it is compared with, measured in the same run. */
  reference?: number;
  /** `figure / reference`. */
  ratio?: number;
  /** The most that the ratio may be, or the figure if there is no ratio. A line without a limit only informs. */
  limit?: number | undefined;
  ok: boolean;
}

/** A figure with a limit of its own, or with none. */
export function absolute(name: string, figure: number, limit?: number): Line {
  return { name, figure, limit, ok: limit === undefined || figure <= limit };
}

/** A figure beside a reference from the same run. The limit holds for their ratio. */
export function relative(name: string, figure: number, reference: number, limit?: number): Line {
  const ratio = figure / reference;
  return { name, figure, reference, ratio, limit, ok: limit === undefined || ratio <= limit };
}

/** Prints the lines as one table. If a line exceeds its limit, the process will end with code 1. */
export function printLines(lines: Line[]): void {
  const rows = lines.map(({ name, ...columns }) => {
    const cells = Object.entries(columns).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, rounded(value)]],
    );
    return [name, Object.fromEntries(cells)];
  });
  console.table(Object.fromEntries(rows));
  if (lines.some(({ ok }) => !ok)) process.exitCode = 1;
}

function rounded(value: number | boolean): number | boolean {
  return typeof value === 'number' ? Number(value.toFixed(2)) : value;
}
