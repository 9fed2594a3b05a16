import { describe, test } from 'vitest';
import { type FaultCase, runFault } from '../../support/faults/fault-run';
import { SERVICES } from '../../support/stand-ins/stand-ins';

const status = (code: number, state: FaultCase['state']): FaultCase => ({
  fault: String(code),
  meets: { status: code, body: { message: `It is ${code}.` } },
  state,
  message: `It is ${code}.`,
});

const ROWS: FaultCase[] = [
  status(400, 'server-error'),
  status(401, 'token-refused'),
  status(403, 'token-refused'),
  status(404, 'unknown-id'),
  status(408, 'server-error'),
  status(409, 'server-error'),
  status(422, 'server-error'),
  status(429, 'too-many-requests'),
  status(500, 'server-error'),
  status(502, 'server-error'),
  status(503, 'server-error'),
  status(504, 'server-error'),
];

describe.each(SERVICES)('%s', (service) => {
  test.for(ROWS)('$fault counts as $state', async (row, { task }) => {
    await runFault(task, service, row);
  });
});
