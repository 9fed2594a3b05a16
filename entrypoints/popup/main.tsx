import { App } from './app';
import { fitWindow } from './fit-window';
import { start } from './start';

// Not awaited: with an `await` at a module's top level, the bundler makes six pieces of the popup (BENCH.md).
start((initial, look) => <App {...{ initial, look }} />);
addEventListener('resize', fitWindow);
