import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

const STARTED = 'http.server.request.start';

/**
 * Counts what goes over the wire to and from every server of this process that begins afterwards, headers and all.
 * @returns stops it, and says how many bytes there were
 */
export function countBytes(): () => number {
  const sockets = new Set<Socket>();
  const started = (message: unknown) => {
    // Node says so: https://nodejs.org/api/diagnostics_channel.html#http
    sockets.add((message as { socket: Socket }).socket);
  };
  subscribe(STARTED, started);
  return () => {
    unsubscribe(STARTED, started);
    return [...sockets].reduce(
      (sum, { bytesRead, bytesWritten }) => sum + bytesRead + bytesWritten,
      0,
    );
  };
}
