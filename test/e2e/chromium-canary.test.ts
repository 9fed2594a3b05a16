import { testCanary } from './canary.ts';

testCanary('chromium');
