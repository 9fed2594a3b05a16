import type { Line } from './line.ts';

/** The lines as a table for people, its columns as wide as what is in them. */
export function table(lines: Line[]): string {
  const rows = [
    ['', 'figure', 'reference', 'ratio', 'limit', ''],
    ...lines.map(({ name, figure, unit, limit, reference, ratio, ok }) => [
      name,
      `${number(figure)} ${unit}`,
      reference === null ? '' : number(reference),
      ratio === null ? '' : ratio.toFixed(2),
      limitText(limit, ratio),
      verdict(limit, ok),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthAt(row, at))));
  return rows
    .map((row) => row.map((cell, at) => padded(cell, widths[at] ?? 0, at)).join('  '))
    .map((row) => row.trimEnd())
    .join('\n');
}

function number(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 100 ? 2 : 0);
}

function limitText(limit: number | null, ratio: number | null): string {
  if (limit === null) return '';
  return ratio === null ? number(limit) : `${limit} ×`;
}

function verdict(limit: number | null, ok: boolean): string {
  if (limit === null) return '';
  return ok ? 'pass' : 'FALLS SHORT';
}

function widthAt(row: string[], at: number): number {
  return row[at]?.length ?? 0;
}

/** Names to the left, figures to the right. */
function padded(cell: string, width: number, at: number): string {
  return at === 0 || at === 5 ? cell.padEnd(width) : cell.padStart(width);
}
