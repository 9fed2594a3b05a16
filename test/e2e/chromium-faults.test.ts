import { testFaults } from './faults.ts';

testFaults('chromium');
