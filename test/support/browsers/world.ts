import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../../tools/find-browser.mjs';
import { textsOf } from '../examples/texts.ts';
import type { AddedWorkflow, StandInB3os } from '../stand-ins/b3os.ts';
import { type Service, type StandIns, startStandIns } from '../stand-ins/stand-ins.ts';
import { connectB3os, connectOlie, connectZaia } from './connect.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { type SessionOptions, startSession } from './session.ts';

/** A real browser with the extension in it, and the services it can be connected to. */
export interface World extends StandIns {
  /** May be replaced, such as after a restart; `close` ends the one that is here. */
  session: ExtensionBrowser;
  /** The options page. */
  options: Page;
  /** The connected workflows. */
  workflows: AddedWorkflow[];
}

interface WorldOptions extends SessionOptions {
  browser: BrowserKind;
  /** What is connected, in this order, on the options page. Default: nothing. */
  services?: readonly Service[];
  /** Adds the workflows to connect. Default: one, `exe_1`. */
  workflows?: (b3os: StandInB3os) => AddedWorkflow[];
  /** The secrets that the stand-ins accept. Default: their own. */
  secrets?: { olie?: string; zaia?: string };
  /** The services' clock, in epoch milliseconds. Default: Date.now. */
  now?: () => number;
}

/**
 * Starts a real browser with the shipped build, and a stand-in for each service. Connects as a person does.
 *
 * @throws Error if the browser does not start, or with the text of the options page if a service does not connect
 */
export async function world({
  browser,
  services = [],
  workflows = (b3os) => [b3os.add({ id: 'exe_1', orderId: 'ord_1' })],
  secrets = {},
  now = Date.now,
  ...sessionOptions
}: WorldOptions): Promise<World> {
  const session = await startSession(browser, sessionOptions);
  let standIns: StandIns | null = null;
  const made = {
    session,
    close: async () => {
      await made.session.close();
      await standIns?.close();
    },
  };
  try {
    const options = await session.openPage('/options.html', { waitFor: '#olie-address' });
    // As late as possible: the example's badge turns to the next minute after five seconds.
    standIns = await startStandIns({ secrets, now });
    const { olie, b3os, zaia } = standIns;
    const added = services.includes('b3os') ? workflows(b3os) : [];
    const t = textsOf(sessionOptions.language ?? 'en');
    for (const service of services) {
      if (service === 'olie') await connectOlie(options, olie, t);
      if (service === 'zaia') await connectZaia(options, zaia, t);
      if (service !== 'b3os') continue;
      for (const workflow of added) await connectB3os(options, b3os.url, workflow, t);
    }
    return Object.assign(made, { olie, b3os, zaia, options, workflows: added });
  } catch (error) {
    await made.close();
    throw error;
  }
}
