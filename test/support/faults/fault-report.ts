import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { FaultRow } from './fault-table.ts';

/** A row, and what became of the test that saw it. */
export interface SeenRow extends FaultRow {
  outcome: 'ok' | 'FAILED';
}

export interface FaultReport {
  rows: SeenRow[];
  /** What went wrong, a line each, with the tests' names. */
  troubles: string[];
  /** How many tests there were, those without a row of their own too. */
  tests: number;
}

const AREAS: FaultRow['area'][] = ['network', 'answers', 'status', 'time', 'browser'];
const SERVICES: FaultRow['service'][] = ['Olie', 'B3OS', 'Zaia', '-'];
/** The columns, and the most characters of each that are shown. */
const COLUMNS = {
  area: 8,
  service: 7,
  fault: 40,
  where: 8,
  state: 17,
  badge: 12,
  nextTry: 28,
  popup: 60,
  outcome: 7,
} as const satisfies Record<keyof SeenRow, number>;

/** Collects what the tests noted, as a reporter of vitest; prints nothing itself. */
export function faultReporter(report: FaultReport): Reporter {
  return {
    onTestRunEnd(modules, unhandled) {
      for (const module of [...modules].sort((a, b) => a.moduleId.localeCompare(b.moduleId))) {
        collect(module, report);
      }
      report.rows.sort(inOrder(report.rows));
      report.troubles.push(...unhandled.map(({ message }) => `not caught: ${message}`));
    },
  };
}

function collect(module: TestModule, report: FaultReport): void {
  const { rows, troubles } = report;
  troubles.push(...module.errors().map(({ message }) => `${module.relativeModuleId}: ${message}`));
  for (const test of module.children.allTests()) {
    report.tests += 1;
    const hasFailed = test.result().state === 'failed';
    const outcome = hasFailed ? 'FAILED' : 'ok';
    rows.push(...(test.meta().faultRows ?? []).map((row) => ({ ...row, outcome }) as const));
    if (hasFailed) troubles.push(`${test.fullName}: ${reasonOf(test)}`);
  }
}

function reasonOf(test: TestCase): string {
  const [first] = test.result().errors ?? [];
  return first?.message.split('\n')[0] ?? 'no reason given';
}

/** By area, then the faults as the tests have them, then by service: what one fault does to each stands together. */
function inOrder(rows: SeenRow[]): (a: SeenRow, b: SeenRow) => number {
  const faults = [...new Set(rows.map(({ fault }) => fault))];
  const places = new Map(faults.map((fault, index) => [fault, index]));
  const placeOf = ({ fault }: SeenRow) => places.get(fault) ?? 0;
  return (a, b) =>
    AREAS.indexOf(a.area) - AREAS.indexOf(b.area) ||
    placeOf(a) - placeOf(b) ||
    SERVICES.indexOf(a.service) - SERVICES.indexOf(b.service) ||
    a.where.localeCompare(b.where);
}

/** The rows as lines of a table with a heading; an empty line between two areas. */
export function faultTable(rows: SeenRow[]): string[] {
  // All keys of the record are columns.
  const names = Object.keys(COLUMNS) as (keyof SeenRow)[];
  const heading = { ...Object.fromEntries(names.map((name) => [name, name])), nextTry: 'next try' };
  // Every name has its text.
  const texts = [heading as Record<keyof SeenRow, string>, ...rows];
  const widths = names.map((name) =>
    Math.min(COLUMNS[name], Math.max(...texts.map((row) => row[name].length))),
  );
  const line = (row: Record<keyof SeenRow, string>) =>
    names
      .map((name, index) => cut(row[name], COLUMNS[name]).padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  return texts.flatMap((row, index) => {
    const isFirst = index > 0 && row.area !== texts[index - 1]?.area;
    return isFirst ? ['', line(row)] : [line(row)];
  });
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
