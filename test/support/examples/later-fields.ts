interface StoredWorkflow {
  events: object[];
}

/** A workflow as an earlier version stored it, with what this version adds: all of it is empty. */
export function withLaterFields<Stored extends StoredWorkflow>(workflow: Stored) {
  const ids = { checkoutSessionId: '', workflowId: '', runId: '' };
  const events = workflow.events.map((event) => {
    return { ...event, eventType: '', nodeId: '', runId: '' };
  });
  return { ...workflow, ...ids, paymentStatus: '', events };
}
