/**
 * Each row once. Of rows with the same id the newest counts, whatever their order; if nothing tells which that is, the
 * content decides. Rows without an id are the same if all of them is.
 * @param age the latest moment that a row tells of: it cannot be older than that
 */
export function newestOfEach<Row extends { id: string }>(
  rows: Row[],
  age: (row: Row) => number | null,
): Row[] {
  const byId = new Map<string, Row>();
  for (const row of rows) {
    const id = row.id || JSON.stringify(row);
    const known = byId.get(id);
    const laterMs = known ? (age(row) ?? 0) - (age(known) ?? 0) : 1;
    if (laterMs > 0 || (laterMs === 0 && JSON.stringify(row) > JSON.stringify(known))) {
      byId.set(id, row);
    }
  }
  return [...byId.values()];
}
