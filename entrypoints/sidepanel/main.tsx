import { start } from '../popup/start';
import { Panel } from './panel';

await start((initial, look) => <Panel {...{ initial, look }} />);
