import { App } from './app';
import { fitWindow } from './fit-window';
import { start } from './start';

await start((initial, look) => <App {...{ initial, look }} />);
addEventListener('resize', fitWindow);
