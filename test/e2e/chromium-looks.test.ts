import { testLooks } from './looks.ts';

testLooks('chromium');
