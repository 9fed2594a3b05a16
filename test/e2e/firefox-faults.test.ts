import { testFaults } from './faults.ts';

testFaults('firefox');
