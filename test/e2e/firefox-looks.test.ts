import { testLooks } from './looks.ts';

testLooks('firefox');
