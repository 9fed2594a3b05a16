/** A status, and the event with which it begins. */
export interface Step {
  status: string;
  eventType: string;
  level: string;
  title: string;
  message: string;
}

const step = (status: string, level: string, title: string, message = ''): Step => {
  return { status, eventType: status.replace('_', '.'), level, title, message };
};

/** An execution that goes well takes these, in this order. */
export const WALK = [
  step('awaiting_payment', 'info', 'Order received', 'Waiting for the payment'),
  step('payment_confirmed', 'info', 'Payment confirmed', 'R$ 480,00 confirmed'),
  step('workflow_queued', 'info', 'Run queued'),
  step('workflow_running', 'info', 'Run started'),
  step('workflow_waiting', 'info', 'Generate invoice', 'Waiting for the tax service'),
  step('workflow_running', 'info', 'Generate invoice', 'The tax service answered'),
  step('workflow_succeeded', 'info', 'Run succeeded', 'Invoice sent'),
];
const BAD_ENDS = [
  step('workflow_failed', 'error', 'Generate invoice', 'The tax service refused the order'),
  step('workflow_cancelled', 'warn', 'Run cancelled', 'Cancelled by the shop'),
];
/** Where a step happens, by its title. */
export const NODES: Record<string, string> = {
  'Run started': 'n_start',
  'Generate invoice': 'n_invoice',
};
/** The first place in WALK at which the workflow runs. */
export const RUNNING = WALK.findIndex(({ status }) => status === 'workflow_running');
/** After these comes nothing. */
export const ENDED = ['workflow_succeeded', 'workflow_failed', 'workflow_cancelled'];

/** A step to a status that is not in WALK, and may be unknown. */
export function stepTo(status: string): Step {
  return BAD_ENDS.find((one) => one.status === status) ?? step(status, 'info', 'Status changed');
}
