import { tellOfServices } from './services.ts';

tellOfServices('chromium');
