import { tellOfServices } from './services.ts';

tellOfServices('firefox');
