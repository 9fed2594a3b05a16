/** The id under which a session is kept: the service's own or, if it gave none, one made of the start. */
export function sessionId({ id, startedAtMs }: { id: string; startedAtMs: number | null }): string {
  return id || `at ${startedAtMs}`;
}
