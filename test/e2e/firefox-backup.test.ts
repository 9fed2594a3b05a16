import { takeSettingsAlong } from './backup.ts';

takeSettingsAlong('firefox', { language: 'pt-BR', colorScheme: 'dark' });
