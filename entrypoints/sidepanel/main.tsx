import { start } from '../popup/start';
import { Panel } from './panel';

start((initial, look) => <Panel {...{ initial, look }} />);
