/** The connections to stand-ins, as the settings have them. */
import type { B3osConnection } from '../../../lib/core/b3os/b3os.ts';
import type { OlieConnection } from '../../../lib/core/olie/olie.ts';
import type { ZaiaConnection } from '../../../lib/core/zaia/zaia.ts';
import type { StandInB3os } from './b3os.ts';
import type { StandInOlie } from './olie.ts';
import type { StandInZaia } from './zaia.ts';

export function olieConnection(
  { url: address, token, executionId }: StandInOlie,
  patch: Partial<OlieConnection> = {},
): OlieConnection {
  return { id: 'olie', kind: 'olie', address, token, executionId, ...patch };
}

/** Begins a workflow with that id, and returns the connection that watches it. */
export function b3osConnection(b3os: StandInB3os, id: string, status?: string): B3osConnection {
  const { token } = b3os.add(status === undefined ? { id } : { id, status });
  return { id, kind: 'b3os', address: b3os.url, label: '', executionId: id, token, apiKey: '' };
}

export function zaiaConnection({ url: address, apiKey: token }: StandInZaia): ZaiaConnection {
  return { id: 'zaia', kind: 'zaia', address, token, responderIds: [], show: 10 };
}
