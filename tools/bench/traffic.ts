import { startVitest } from 'vitest/node';
import { absolute, type Line } from '../line.ts';
import { root } from '../setup/dependencies.mjs';

/** How much the services are asked in each situation. The fake browser lives in vitest, so tests count the requests. */
export async function traffic(): Promise<Line[]> {
  const vitest = await startVitest('test', ['test/unit/tools/bench/traffic.test.ts'], {
    root,
    project: ['background'],
    watch: false,
    reporters: ['dot'],
  });
  const tests = vitest.state.getTestModules().flatMap(({ children }) => [...children.allTests()]);
  await vitest.close();
  return tests.flatMap((test) => {
    return (test.meta().figures ?? []).map(({ what, figure, limit }) =>
      absolute(`traffic: ${what}, ${test.name}`, figure, limit),
    );
  });
}
