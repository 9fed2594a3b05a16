import { render } from 'preact';
import { loadStored } from '../../lib/browser/state-storage';
import { textLanguage } from '../../lib/browser/texts';
import { App } from './app';

const root = document.getElementById('app');
if (root === null) throw new Error('popup.html has no #app');
document.documentElement.lang = textLanguage();
render(<App initial={await loadStored()} />, root);
