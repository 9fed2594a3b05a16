import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeTemporaryFolder } from '../../test/support/browsers/temporary-folder.ts';
import { type Picture, readXwd } from './picture.ts';

/** A screen that nobody sees. Xvfb keeps what is on it in a file. */
export interface Screen {
  /** For the variable DISPLAY. */
  display: string;
  look: () => Promise<Picture>;
  close: () => Promise<void>;
}

export async function startScreen(width: number, height: number): Promise<Screen> {
  const folder = await makeTemporaryFolder('screen');
  const size = `${width}x${height}x24`;
  // It takes a free number, and writes it to the fourth stream.
  const args = ['-displayfd', '3', '-screen', '0', size, '-fbdir', folder.path];
  const xvfb = spawn('Xvfb', [...args, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const ended = once(xvfb, 'exit').then(() => {
    throw new Error('Xvfb does not run');
  });
  ended.catch(() => {});
  const numbers = xvfb.stdio[3];
  if (!numbers) throw new Error('Xvfb has no stream for the number of its screen');
  const [number] = await Promise.race([once(numbers, 'data'), ended]);
  return {
    display: `:${String(number).trim()}`,
    look: async () => readXwd(await readFile(join(folder.path, 'Xvfb_screen0'))),
    close: async () => {
      xvfb.kill();
      await ended.catch(() => {});
      folder.remove();
    },
  };
}

/** Looks until the screen is the same for a while. */
export async function lookAtRest(screen: Screen): Promise<Picture> {
  let before = await screen.look();
  for (let same = 0, looks = 0; same < 3 && looks < 50; looks++) {
    await wait(100);
    const now = await screen.look();
    same = Buffer.compare(now.data, before.data) === 0 ? same + 1 : 0;
    before = now;
  }
  return before;
}
