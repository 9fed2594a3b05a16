import { type Done, megabytesOf, type Part } from './parts.ts';
import { simulate } from './simulate.ts';

/** A child process: a part of the fleet comes as a message, what it did goes back as one. */
process.on('message', ({ scene, installs, habits, seed, part }: Part) => {
  const tally = simulate(scene, installs, habits, seed, part);
  process.send?.({ tally, megabytes: megabytesOf(process) } satisfies Done);
});
