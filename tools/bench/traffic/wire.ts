import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/** Every connection to a server of this process, also those that are over. */
const sockets = new Set<Socket>();
subscribe('http.server.request.start', (message) => {
  // Node says so: https://nodejs.org/api/diagnostics_channel.html#http
  sockets.add((message as { socket: Socket }).socket);
});

/**
 * Counts what goes over the wire to and from every server of this process, headers and all.
 * @returns how many bytes there were since
 */
export function countBytes(): () => number {
  const before = bytes();
  return () => bytes() - before;
}

function bytes(): number {
  return [...sockets].reduce(
    (sum, { bytesRead, bytesWritten }) => sum + bytesRead + bytesWritten,
    0,
  );
}
