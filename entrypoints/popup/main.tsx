import { render } from 'preact';
import { orElse } from '../../lib/browser/or-else';
import { loadStored } from '../../lib/browser/state-storage';
import { textLanguage } from '../../lib/browser/texts';
import { loadTimeStyle } from '../../lib/browser/time-style-storage';
import { UNREADABLE } from '../../lib/core/state/state';
import { App } from './app';
import { fitWindow } from './fit-window';

const root = document.getElementById('app');
if (root === null) throw new Error('No #app');
document.documentElement.lang = textLanguage();
const [stored, style] = await Promise.all([orElse(loadStored, UNREADABLE), loadTimeStyle()]);
render(<App initial={stored} style={style} />, root);
addEventListener('resize', fitWindow);
