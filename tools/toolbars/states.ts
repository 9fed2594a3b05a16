/** The states that the toolbar's badge can have, each brought about as in real life. */
import { makeTimerOld, runRound } from '../../test/support/browsers/stored.ts';
import type { World } from '../../test/support/browsers/world.ts';

export interface ToolbarState {
  name: string;
  /** The texts that the badge may have then. */
  says: RegExp;
  begin: (world: World) => Promise<void>;
}

const MINUTE_S = 60;
const HOUR_S = 3600;
/** Long enough for the minute not to turn while the picture is taken. */
const MARGIN_S = 5;

/** In this order: some go on from the one before. */
export const TOOLBAR_STATES: ToolbarState[] = [
  { name: 'under a minute', says: /^<1m?$/, begin: runsFor(0) },
  { name: '38 minutes', says: /^38m?$/, begin: runsFor(38 * MINUTE_S) },
  { name: '4 hours 38', says: /^4(:38|h)$/, begin: runsFor(4 * HOUR_S + 38 * MINUTE_S) },
  { name: '12 hours', says: /^12[hʰ:]$/, begin: runsFor(12 * HOUR_S) },
  { name: '99 hours', says: /^99[hʰ:]$/, begin: runsFor(120 * HOUR_S) },
  {
    name: 'hidden times',
    says: /^•$/,
    begin: async ({ olie, options }) => {
      olie.set({ hidden_timers: true });
      await runRound(options, 'user');
      olie.set(null);
    },
  },
  {
    name: 'needs you',
    says: /^!$/,
    begin: async ({ olie, options }) => {
      olie.fail({ status: 401, body: { message: 'Unauthenticated.' } });
      await runRound(options, 'user');
      olie.fail(null);
    },
  },
  {
    name: 'old, 38 minutes',
    says: /^38m?$/,
    begin: async (world) => {
      await runsFor(38 * MINUTE_S)(world);
      await world.olie.pause();
      await runRound(world.options, 'user');
      await makeTimerOld(world.options);
      await runRound(world.options, 'popup');
      await world.olie.resume();
    },
  },
  {
    name: 'a failed workflow, 38 minutes',
    says: /^38m?$/,
    begin: async (world) => {
      for (const { id } of world.workflows) world.b3os.advance(id, 'workflow_failed');
      await runsFor(38 * MINUTE_S)(world);
    },
  },
];

/** The timer has run for that long. */
function runsFor(seconds: number): ToolbarState['begin'] {
  return async ({ olie, options }) => {
    const startedAtMs = Date.now() - (seconds + MARGIN_S) * 1000;
    // The stand-in answers as documented.
    const current = Object(olie.answer().current_execution);
    const started_at = new Date(startedAtMs).toISOString();
    olie.set({ current_execution: { ...current, started_at } });
    await runRound(options, 'user');
  };
}
