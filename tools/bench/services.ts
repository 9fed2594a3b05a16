import type { WorkflowConnection } from '../../lib/core/b3os/b3os.ts';
import type { OlieConnection } from '../../lib/core/olie/olie.ts';
import type { AgentRunsConnection } from '../../lib/core/zaia/zaia.ts';
import type { StandInB3os } from '../../test/support/stand-ins/b3os.ts';
import { type StandInOlie, startStandInOlie } from '../../test/support/stand-ins/olie.ts';
import type { StandInZaia } from '../../test/support/stand-ins/zaia.ts';

export const WORKFLOWS = 50;
const RUNS = 100;

export function olieConnection(olie: StandInOlie): OlieConnection {
  const { url: address, token, executionId } = olie;
  return { id: 'olie', kind: 'olie', address, token, executionId };
}

/** Connections to as many new workflows as anybody may watch, all of which run. */
export function workflowConnections(b3os: StandInB3os): WorkflowConnection[] {
  return Array.from({ length: WORKFLOWS }, (_, index) => {
    const { id: executionId, token } = b3os.add({ status: 'workflow_running' });
    const id = `workflow-${index}`;
    return { id, kind: 'b3os', address: b3os.url, label: '', executionId, token, apiKey: '' };
  });
}

export function agentRunsConnection(zaia: StandInZaia): AgentRunsConnection {
  const { url: address, apiKey: token } = zaia;
  return { id: 'runs', kind: 'zaia', address, token, responderIds: [], show: RUNS };
}

/** Olie with a running timer, and that many sessions before it. */
export async function startOlieWith(sessions: number): Promise<StandInOlie> {
  const olie = await startStandInOlie();
  olie.set({ recent_executions: sessionsOnWire(sessions) });
  return olie;
}

/** One after the other, of a second each. Only with these few fields do ten thousand fit into the 1 MB that is read. */
function sessionsOnWire(count: number): object[] {
  const at = (ms: number) => new Date(ms).toISOString().replace('.000', '');
  const nowMs = Math.floor(Date.now() / 1000) * 1000;
  return Array.from({ length: count }, (_, index) => {
    const startMs = nowMs - 3_600_000 - index * 2000;
    return { id: index, started_at: at(startMs), finished_at: at(startMs + 1000) };
  });
}
