import { testCanary } from './canary.ts';

testCanary('firefox');
