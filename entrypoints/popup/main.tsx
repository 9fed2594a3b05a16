import { render } from 'preact';
import { orElse } from '../../lib/browser/or-else';
import { loadStored } from '../../lib/browser/state-storage';
import { textLanguage } from '../../lib/browser/texts';
import { UNREADABLE } from '../../lib/core/state/state';
import { App } from './app';
import { fitWindow } from './fit-window';

const root = document.getElementById('app');
if (root === null) throw new Error('popup.html has no #app');
document.documentElement.lang = textLanguage();
render(<App initial={await orElse(loadStored, UNREADABLE)} />, root);
addEventListener('resize', fitWindow);
