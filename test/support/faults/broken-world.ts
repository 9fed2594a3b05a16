import type { Page } from 'puppeteer-core';
import type { RunnerTask } from 'vitest';
import { addWorkflow, connect, connectAgentRuns } from '../browsers/connect.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { startSession } from '../browsers/session.ts';
import { type StandIns, startStandIns } from '../stand-ins/stand-ins.ts';
import { type FaultRow, noteRow } from './fault-table.ts';

/** A real browser with all three services connected, and both pages open. */
export interface World {
  session: ExtensionBrowser;
  standIns: StandIns;
  options: Page;
  popup: Page;
  close(): Promise<void>;
}

/** The shipped build in both browsers: each permission is asked for, and may be taken away. */
export async function connectAll(kind: ExtensionBrowser['kind']): Promise<World> {
  const standIns = await startStandIns();
  const session = await startSession(kind, { grants: ['http://127.0.0.1/*'], restarts: true });
  const { olie, b3os, zaia } = standIns;
  const options = await connect(session, olie);
  await addWorkflow(options, b3os.url, b3os.add({ id: 'exe_1', orderId: 'ord_1' }));
  await connectAgentRuns(options, zaia);
  const popup = await openPopup(session);
  const world: World = {
    ...{ session, standIns, options, popup },
    close: async () => {
      await world.session.close();
      await standIns.close();
    },
  };
  return world;
}

export function openPopup(session: ExtensionBrowser): Promise<Page> {
  return session.openPage('/popup.html', { waitFor: '.hero' });
}

/** Notes a row of the table of faults as this browser showed it. */
export function noteIn({ session }: World, task: RunnerTask, row: Omit<FaultRow, 'where'>): void {
  noteRow(task, { ...row, where: session.kind });
}
