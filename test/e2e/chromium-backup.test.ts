import { takeSettingsAlong } from './backup.ts';

takeSettingsAlong('chromium', { language: 'en-US', colorScheme: 'light' });
