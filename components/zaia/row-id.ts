/** The id of the element that shows a run in the list. */
export function rowId(runId: string): string {
  return `run-${runId}`;
}
