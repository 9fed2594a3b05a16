import { App } from './app';
import { fitWindow } from './fit-window';
import { start } from './start';

// With an `await` here, the popup would come in six pieces (BENCH.md).
start((initial, look) => <App {...{ initial, look }} />);
addEventListener('resize', fitWindow);
