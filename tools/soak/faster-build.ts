import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  makeTemporaryFolder,
  type TemporaryFolder,
} from '../../test/support/browsers/temporary-folder.ts';

/**
 * A copy of a build in which time passes faster, in its background and in its pages: clocks, timers and alarms. Requests are
 * given up after as long as ever.
 *
 * @param speed 96 for eight hours in five minutes
 * @param beginMs at this moment its clock is right
 * @returns its folder, which the caller removes
 */
export async function makeFasterBuild(
  build: string,
  speed: number,
  beginMs: number,
): Promise<TemporaryFolder> {
  const folder = await makeTemporaryFolder('faster');
  cpSync(build, folder.path, { recursive: true });
  const chunks = readdirSync(join(folder.path, 'chunks')).map((name) => `chunks/${name}`);
  // tsx names functions with a helper of its own, which is not there.
  const start = `{ const __name = (made) => made; (${runFaster})(${speed}, ${beginMs}); }\n`;
  for (const name of ['background.js', ...chunks]) {
    const path = join(folder.path, name);
    writeFileSync(path, start + readFileSync(path, 'utf8'));
  }
  return folder;
}

/** What the time is in such a build. */
export function fasterNowMs(speed: number, beginMs: number): number {
  return Math.round(beginMs + (Date.now() - beginMs) * speed);
}

/** Runs in the build, before all else. Each of its files calls it; the first one counts. */
function runFaster(speed: number, beginMs: number): void {
  const scope = globalThis as typeof globalThis & { isFaster?: boolean; chrome?: Chromium };
  if (scope.isFaster) return;
  scope.isFaster = true;
  const { Date: RealDate, setTimeout: timeout, setInterval: interval } = globalThis;
  const now = () => Math.round(beginMs + (RealDate.now() - beginMs) * speed);
  scope.Date = class extends RealDate {
    constructor(...given: [number]) {
      super(...(given.length > 0 ? given : ([now()] as [number])));
    }
    static override now = now;
  } as DateConstructor;
  const faster =
    (real: typeof timeout | typeof interval) =>
    (act: () => void, ms = 0) =>
      real(act, ms / speed);
  Object.assign(scope, { setTimeout: faster(timeout), setInterval: faster(interval) });
  const alarms = scope.chrome?.alarms;
  if (alarms === undefined) return;
  const { create, get } = alarms;
  const byFactor = (alarm: Alarm, factor: number) => {
    for (const key of ['delayInMinutes', 'periodInMinutes'] as const) {
      if (alarm[key]) alarm[key] *= factor;
    }
    for (const key of ['when', 'scheduledTime'] as const) {
      if (alarm[key]) alarm[key] = beginMs + (alarm[key] - beginMs) * factor;
    }
    return alarm;
  };
  alarms.create = (name, alarm) => create.call(alarms, name, byFactor({ ...alarm }, 1 / speed));
  alarms.get = async (name) => {
    const alarm = await get.call(alarms, name);
    return alarm && byFactor(alarm, speed);
  };
}

type Alarm = Partial<
  Record<'delayInMinutes' | 'periodInMinutes' | 'when' | 'scheduledTime', number>
>;
interface Chromium {
  alarms?: {
    create(name: string, alarm: Alarm): Promise<void>;
    get(name: string): Promise<Alarm | undefined>;
  };
}
