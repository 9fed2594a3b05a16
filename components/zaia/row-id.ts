/** The id of the element that shows a run in the list. */
export function rowId(runId: string): string {
  return `run-${runId}`;
}

/** The id of what that row is called. It tells apart the buttons of several runs, which have the same names. */
export function rowTitleId(runId: string): string {
  return `${rowId(runId)}-title`;
}
