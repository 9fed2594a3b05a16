import type { Line } from './line.ts';

const HEAD = ['', 'figure', 'reference', 'ratio', 'limit', ''];

/** The lines as a table for people, its columns as wide as what is in them. */
export function table(lines: Line[]): string {
  const rows = [HEAD, ...lines.map(cells)];
  const widths = HEAD.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, at) => padded(cell, widths[at] ?? 0, at)).join('  '))
    .map((row) => row.trimEnd())
    .join('\n');
}

/** The lines as tables for a document: first those with a limit, then what is only told. */
export function markdown(lines: Line[]): string {
  const limited = lines.filter(({ limit }) => limit !== null);
  const told = lines.filter(({ limit }) => limit === null);
  return [limited, told]
    .filter((some) => some.length > 0)
    .map((some) => {
      const rows = [HEAD, ['---', '---:', '---:', '---:', '---:', '---'], ...some.map(cells)];
      return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
    })
    .join('\n\n');
}

function cells({ name, figure, unit, limit, reference, ratio, ok }: Line): string[] {
  return [
    name,
    withUnit(figure, unit),
    reference === null ? '' : withUnit(reference, unit),
    ratio === null ? '' : ratio.toFixed(2),
    limitText(limit, ratio, unit),
    verdict(limit, ok),
  ];
}

function withUnit(value: number, unit: string): string {
  const digits = Number.isInteger(value) ? 0 : value < 100 ? 2 : 0;
  return `${value.toFixed(digits)} ${unit}`.trimEnd();
}

function limitText(limit: number | null, ratio: number | null, unit: string): string {
  if (limit === null) return '';
  return ratio === null ? withUnit(limit, unit) : `${limit} ×`;
}

function verdict(limit: number | null, ok: boolean): string {
  if (limit === null) return '';
  return ok ? 'pass' : 'FALLS SHORT';
}

/** Names to the left, figures to the right. */
function padded(cell: string, width: number, at: number): string {
  return at === 0 || at === HEAD.length - 1 ? cell.padEnd(width) : cell.padStart(width);
}
