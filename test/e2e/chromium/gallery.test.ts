import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../../support/browsers/browser.ts';
import { until } from '../../support/until.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** `npm run dev` without its set-up. @returns the folder of its build */
async function startDevelopment(): Promise<string> {
  // Without a display it opens no browser. Where it takes itself for a test, it says nothing.
  const { DISPLAY, WAYLAND_DISPLAY, NODE_ENV, TEST, ...env } = process.env;
  const child = spawn(process.execPath, ['node_modules/wxt/bin/wxt.mjs'], { cwd: root, env });
  onTestFinished(() => void child.kill());
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += text;
    });
  }
  const folder = () => {
    if (child.exitCode !== null) throw new Error(`Development ended:\n${said}`);
    return /Load "(.+)" as an unpacked extension/.exec(said)?.[1];
  };
  return `${root}${await until(folder, 'development to start')}`;
}

// Elsewhere it opens a browser of its own.
test.skipIf(process.platform !== 'linux')(
  'npm run dev starts, and its gallery shows every state',
  async () => {
    const extensionDir = await startDevelopment();
    const session = await launchBrowser('chromium', { extensionDir });
    onTestFinished(session.close);
    const page = await session.openPage('/gallery.html', { waitFor: 'iframe' });
    const shown = () =>
      page.$$eval('iframe', (frames) =>
        frames.map(({ title, contentDocument }) => {
          const body = contentDocument?.body;
          const ground = body && getComputedStyle(body).backgroundColor;
          return { title, isDrawn: Boolean(body?.textContent?.trim()), ground };
        }),
      );
    await expect.poll(async () => (await shown()).filter(({ isDrawn }) => !isDrawn)).toEqual([]);
    const frames = await shown();
    expect(frames.length).toBeGreaterThan(40);
    for (const { title, ground } of frames) expect(ground, title).toBe('rgb(255, 255, 255)');
  },
);
