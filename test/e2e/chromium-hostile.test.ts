import { testHostileTexts } from './hostile.ts';

testHostileTexts('chromium');
